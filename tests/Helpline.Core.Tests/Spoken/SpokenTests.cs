using Helpline.Core.Common;
using Helpline.Core.Spoken;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Spoken;

public sealed class SpokenTests : IAsyncLifetime
{
    private const string Hello = "Hello. This is the line.";
    private static readonly Guid Admin = Guid.NewGuid();
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, time);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task SaveAsync_TextAndVoice_AreSeenByAnotherNodeWithinTwoSeconds()
    {
        await using var other = await CentreHost.StartAsync(database, time);
        Assert.Equal(SpokenView.BuiltIn, await CurrentAsync(other));

        Assert.Equal(SpokenOutcome.Done, await SaveAsync(new() { Version = SpokenView.NeverChanged, Greeting = Hello, Voice = SpokenVoice.BrianNeural }));

        Assert.Equal((Hello, SpokenVoice.BrianNeural), ((await CurrentAsync(host)).Greeting, (await CurrentAsync(host)).Voice));
        Assert.Null((await CurrentAsync(other)).Greeting);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Hello, (await CurrentAsync(other)).Greeting);
        var entry = Assert.Single(await host.Read(db => db.SpokenChanges.ToListAsync()));
        Assert.Equal((Admin, time.UtcNow().AddSeconds(-2)), (entry.By, entry.At));
        Assert.Contains(Hello, entry.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAsync_NothingNew_LogsNothing()
    {
        await SaveAsync(new() { Version = SpokenView.NeverChanged, Greeting = Hello, Voice = SpokenVoice.AmyNeural });

        Assert.Equal(SpokenOutcome.Done, await SaveAsync(new() { Version = 0, Greeting = Hello, Voice = SpokenVoice.AmyNeural }));

        Assert.Single(await host.Read(db => db.SpokenChanges.ToListAsync()));
        Assert.Equal(0, (await CurrentAsync(host)).Version);
    }

    [Fact]
    public async Task SaveAsync_AColleagueWasFirst_ChangesNothing()
    {
        await SaveAsync(new() { Version = SpokenView.NeverChanged, Greeting = Hello, Voice = SpokenVoice.AmyNeural });

        Assert.Equal(SpokenOutcome.ChangedMeanwhile, await SaveAsync(new() { Version = SpokenView.NeverChanged, Greeting = "Other words.", Voice = SpokenVoice.AmyNeural }));

        Assert.Equal(Hello, (await CurrentAsync(host)).Greeting);
    }

    [Fact]
    public async Task SaveAsync_ARecordingWithoutItsWords_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(
            () => SaveAsync(new() { Version = SpokenView.NeverChanged, Voice = SpokenVoice.AmyNeural, GreetingRecording = Sounds.Wav(1) }));

        Assert.Equal("spoken.transcript", refused.Rule);
        Assert.Empty(await host.Read(db => db.SpokenRecordings.ToListAsync()));
    }

    [Fact]
    public async Task Recording_AddedReplacedAndRemoved_IsKeptOnceAndServedWhileInUse()
    {
        await SaveAsync(new() { Version = SpokenView.NeverChanged, Greeting = Hello, Voice = SpokenVoice.AmyNeural, GreetingRecording = Sounds.Wav(3) });
        var first = (await CurrentAsync(host)).GreetingRecording!;
        Assert.Equal((SoundKind.Wav, 3), (first.Kind, first.Seconds));
        Assert.Equal(Sounds.Wav(3), (await SoundAsync(first.Id))!.Content);

        await SaveAsync(new() { Version = 0, Greeting = Hello, Voice = SpokenVoice.AmyNeural, GreetingRecording = Sounds.Mp3(50) });
        var second = (await CurrentAsync(host)).GreetingRecording!;
        Assert.Equal((SoundKind.Mp3, 2), (second.Kind, second.Seconds));
        Assert.Null(await SoundAsync(first.Id));
        Assert.Single(await host.Read(db => db.SpokenRecordings.ToListAsync()));

        await host.Do<SpokenService, SpokenOutcome>(s => s.RemoveRecordingAsync(SpokenPart.Greeting, Admin, default));
        Assert.Null((await CurrentAsync(host)).GreetingRecording);
        Assert.Null(await SoundAsync(second.Id));
        Assert.Empty(await host.Read(db => db.SpokenRecordings.ToListAsync()));
        Assert.Equal(Hello, (await CurrentAsync(host)).Greeting);
    }

    [Theory]
    [InlineData("  Hello\r\n there.  ", "Hello there.", null)]
    [InlineData("  \n ", null, null)]
    [InlineData("999", "999", SpokenTextRefusal.NoWords)]
    [InlineData("Hello {name}", "Hello {name}", SpokenTextRefusal.Brackets)]
    public void SpokenText_Typed_IsTidiedAndChecked(string typed, string? kept, SpokenTextRefusal? refusal)
    {
        Assert.Equal(kept, SpokenText.Tidy(typed));
        Assert.Equal(refusal, SpokenText.Refusal(kept));
        Assert.Equal(SpokenTextRefusal.TooLong, SpokenText.Refusal(new string('a', SpokenText.Longest + 1)));
    }

    private Task<SpokenOutcome> SaveAsync(SpokenTerms terms) => host.Do<SpokenService, SpokenOutcome>(s => s.SaveAsync(terms, Admin, default));

    private Task<SpokenSound?> SoundAsync(Guid id) => host.Do<SpokenBoard, SpokenSound?>(b => b.SoundAsync(id, default));

    private static Task<SpokenView> CurrentAsync(CentreHost node) => node.Do<SpokenBoard, SpokenView>(b => b.CurrentAsync(default));
}
