using System.Net;
using Helpline.Core.Calls;
using Helpline.Core.Spoken;
using Helpline.Telephony.Flow;
using Helpline.Telephony.TwiML;
using Helpline.Testing;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>Greeting, privacy notice and voice as an administrator wishes them, as a caller hears them.</summary>
public class SpokenFlowTests
{
    private const string Hello = "Hello. You have reached the line for tests.";
    private const string Notice = "We write down what you say.";
    private const string BuiltIn = "Hello. This is the national helpline";
    private static readonly DateTimeOffset SundayMorning = new(2026, 11, 8, 10, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_Changed_AreHeardFromTheNextCallOnAndTheBuiltInOnesWhereNoneAreGiven()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var before = await centre.WaitingCallerAsync();
        Assert.Contains(PhoneCentre.Heard(before), t => t.StartsWith(BuiltIn, StringComparison.Ordinal));

        await SaveAsync(centre, new() { Version = SpokenView.NeverChanged, Greeting = Hello, Voice = SpokenVoice.AmyNeural });
        var after = await centre.WaitingCallerAsync("+447700900124");

        Assert.Equal(Hello, PhoneCentre.Heard(after)[0]);
        Assert.StartsWith("We write down what you tell us", PhoneCentre.Heard(after)[1], StringComparison.Ordinal);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Words_AreHeardWhenWeAreClosedToo()
    {
        await using var centre = await PhoneCentre.StartAsync(at: SundayMorning);
        await SaveAsync(centre, new() { Version = SpokenView.NeverChanged, Greeting = Hello, Privacy = Notice, Voice = SpokenVoice.AmyNeural });

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "leave your message after the tone");

        Assert.Equal(Hello, PhoneCentre.Heard(call)[0]);
        Assert.Equal(Notice, PhoneCentre.Heard(call)[2]);
    }

    [Fact]
    public async Task Voice_Chosen_SaysEverythingOfAWholeCall()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await SaveAsync(centre, new() { Version = SpokenView.NeverChanged, Voice = SpokenVoice.ArthurNeural });
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.AdvanceAsync(120);
        await centre.ConnectAsync(call, adviser);
        await centre.AdvanceAsync(30);
        await centre.EndAsync(call, adviser);
        await centre.UntilHeardAsync(call, "Did we help you?");
        await centre.UntilAsync(call, CallState.Ended);
        await centre.StopAppAsync();
        await centre.StartAppAsync();
        var second = await centre.RingInAsync("+447700900124");
        await centre.UntilAsync(second, CallState.Queued);

        var documents = centre.Webhooks.Log.Select(r => r.Answer).Where(a => a.Contains("<Say", StringComparison.Ordinal)).ToList();

        Assert.True(documents.Count > 6, $"Only {documents.Count} documents spoke.");
        Assert.All(documents, d => Assert.DoesNotMatch("<Say (?!voice=\"Polly.Arthur-Neural\" language=\"en-GB\")", d));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Voices_EveryOne_IsOneTheServiceSpeaksBritishEnglishIn()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var version = SpokenView.NeverChanged;
        foreach (var voice in Enum.GetValues<SpokenVoice>())
        {
            await SaveAsync(centre, new() { Version = version, Greeting = $"{Hello} {voice}", Voice = voice });
            version++;

            var call = await centre.RingInAsync();

            // The simulator says nothing in a voice that does not exist.
            Assert.Equal($"{Hello} {voice}", PhoneCentre.Heard(call)[0]);
            await centre.HangUpAsync(call);
        }

        Assert.Equal(SpokenVoice.AmyNeural, default);
        Assert.Equal(SpeechStyle.Default, SpeechStyle.Of(default));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Recording_InUse_IsPlayedInPlaceOfTheWordsAndOpenToAll()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var path = await RecordAsync(centre);

        var call = await centre.WaitingCallerAsync();

        Assert.DoesNotContain(Hello, PhoneCentre.Heard(call));
        Assert.Contains(call.Transcript.Lines, l => l.Text == $"plays {path}");
        Assert.Equal(Notice, PhoneCentre.Heard(call)[0]);
        Assert.Equal("", centre.Violations);
        using var stranger = centre.Stranger();
        using var response = await stranger.GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Sounds.Wav(5), await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.True(response.Headers.CacheControl!.Public);
        using var other = await stranger.GetAsync(new Uri(SpokenSounds.PathOf(Guid.NewGuid()), UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Recording_ThatCannotBeFetched_IsSaidInWords()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await RecordAsync(centre);
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.StartsWith(SpokenSounds.Folder, StringComparison.Ordinal);

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "press a key for your region");

        Assert.Equal([Hello, Notice], PhoneCentre.Heard(call).Take(2));
        await centre.UntilAsync(call, CallState.Queued);
        Assert.DoesNotContain(PhoneCentre.Heard(call), t => t.Contains("Something went wrong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recording_OfACallToAClosedLineThatCannotBeFetched_IsSaidInWords()
    {
        await using var centre = await PhoneCentre.StartAsync(at: SundayMorning);
        await RecordAsync(centre);
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.StartsWith(SpokenSounds.Folder, StringComparison.Ordinal);

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "leave your message after the tone");

        Assert.Equal(Hello, PhoneCentre.Heard(call)[0]);
        Assert.Contains(PhoneCentre.Heard(call), t => t.Contains("We open again tomorrow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recording_OfACallThroughTextRelay_IsSaidInWords()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await RecordAsync(centre);
        await centre.KnowTextRelayAsync();

        var relayed = await centre.WaitingCallerAsync();

        Assert.Equal([Hello, Notice], PhoneCentre.Heard(relayed).Take(2));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Recording_Removed_IsSaidInWordsAndServedNoMore()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var path = await RecordAsync(centre);
        await centre.InAsync<SpokenService, SpokenOutcome>(s => s.RemoveRecordingAsync(SpokenPart.Greeting, Guid.NewGuid(), Stop));

        var call = await centre.WaitingCallerAsync();

        Assert.Equal([Hello, Notice], PhoneCentre.Heard(call).Take(2));
        using var stranger = centre.Stranger();
        using var response = await stranger.GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<string> RecordAsync(PhoneCentre centre)
    {
        await SaveAsync(
            centre,
            new() { Version = SpokenView.NeverChanged, Greeting = Hello, Privacy = Notice, Voice = SpokenVoice.AmyNeural, GreetingRecording = Sounds.Wav(5) });
        var view = await centre.InAsync<SpokenBoard, SpokenView>(b => b.CurrentAsync(Stop));
        return SpokenSounds.PathOf(view.GreetingRecording!.Id);
    }

    private static async Task SaveAsync(PhoneCentre centre, SpokenTerms terms) => Assert.Equal(
        SpokenOutcome.Done, await centre.InAsync<SpokenService, SpokenOutcome>(s => s.SaveAsync(terms, Guid.NewGuid(), Stop)));
}
