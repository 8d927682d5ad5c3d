using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Surges;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>What a waiting caller hears between the announcements of place and wait.</summary>
public class TipFlowTests
{
    private const string Transport = "If the council has answered you about transport";
    private const string TransportPage = "You find it at helpline, dot, test, slash, topics, slash, transport.";
    private const string TimeLimits = "If a letter came with a date on it";
    private const string Letters = "A pen and paper help.";
    private const string Message = "You can leave us a message instead of waiting.";
    private const string KeepPlace = "You need not hold the line.";
    private const string FindHelp = "There is also help near you.";

    private static readonly string[] General = [TimeLimits, Letters, Message, KeepPlace, FindHelp];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tips_OfACallerWithATopic_AreThoseOfTheGroupThenTheGeneralOnesInTurn()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await WithTopicAsync(centre, "8");

        await UntilTipsAsync(centre, call, 7);

        Assert.Equal([Transport, .. General, Transport], Tips(call).Take(7));
        var heard = PhoneCentre.Heard(call);
        Assert.Equal(TransportPage, heard[IndexOf(heard, Transport) + 1]);
        Assert.Equal("You find it at helpline, dot, test, slash, find, hyphen, help.", heard[IndexOf(heard, FindHelp) + 1]);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Tips_BetweenThem_HaveAtLeastTwoPiecesOfMusic()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();

        await UntilTipsAsync(centre, call, 4);

        var pieces = 0;
        List<int> between = [];
        foreach (var line in call.Transcript.Lines)
        {
            pieces += line.Text.StartsWith("plays", StringComparison.Ordinal) ? 1 : 0;
            if (TipOf(line.Text) is not null)
            {
                between.Add(pieces);
                pieces = 0;
            }
        }

        Assert.All(between, count => Assert.InRange(count, 2, 3));
        // The announcements go on as before.
        Assert.InRange(PhoneCentre.Heard(call).Count(t => t == "You are first in the queue."), 3, 20);
    }

    [Fact]
    public async Task Tips_OfACallerWithoutATopic_AreTheGeneralOnesAlone()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();

        await UntilTipsAsync(centre, call, 6);

        Assert.Equal([.. General, TimeLimits], Tips(call).Take(6));
    }

    [Fact]
    public async Task Tips_AfterARestartAndAKeyOfNoUse_GoOnInTurn()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();
        await UntilTipsAsync(centre, call, 1);

        await centre.RestartAsync();
        await UntilTipsAsync(centre, call, 2);
        await centre.PressAsync(call, "7");
        await UntilTipsAsync(centre, call, 4);

        Assert.Equal([TimeLimits, Letters, Message, KeepPlace], Tips(call).Take(4));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Tips_WhileNoCallbackCanBePromised_DoNotOfferOne()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await centre.InAsync<SurgeService, SurgeOutcome>(s => s.StartAsync(
            new SurgeTerms { Reason = "A test", Until = centre.Clock.UtcNow().AddHours(8), CallbackQuota = 0 }, Guid.NewGuid(), Stop));
        var call = await centre.WaitingCallerAsync();

        await UntilTipsAsync(centre, call, 5);

        Assert.Equal([TimeLimits, Letters, Message, FindHelp, TimeLimits], Tips(call).Take(5));
    }

    [Fact]
    public async Task Tips_OfACallerThroughTextRelay_AreTheSame()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await centre.KnowTextRelayAsync();
        var relayed = await centre.WaitingCallerAsync();
        Assert.True(await centre.InAsync<CallService, bool>(c => c.IsSlowAsync(relayed.Sid, Stop)));

        await UntilTipsAsync(centre, relayed, 5);

        Assert.Equal(General, Tips(relayed).Take(5));
        Assert.Equal("", centre.Violations);
    }

    private static async Task<SimulatedCall> WithTopicAsync(PhoneCentre centre, string key)
    {
        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "press a key for your region");
        await centre.PressAsync(call, "0");
        await centre.UntilHeardAsync(call, "What is your call about?");
        await centre.PressAsync(call, key);
        await centre.UntilAsync(call, CallState.Queued);
        return call;
    }

    private static async Task UntilTipsAsync(PhoneCentre centre, SimulatedCall call, int count)
    {
        for (var i = 0; i < 200 * count && Tips(call).Count < count; i++)
        {
            await centre.AdvanceAsync(1);
        }

        // The address after the last one too.
        await centre.AdvanceAsync(15);
        Assert.True(Tips(call).Count >= count, $"Only {Tips(call).Count} of {count} were heard: {string.Join(" | ", PhoneCentre.Heard(call))}");
    }

    private static List<string> Tips(SimulatedCall call) => [.. PhoneCentre.Heard(call).Select(TipOf).OfType<string>()];

    private static string? TipOf(string text) => General.Append(Transport).FirstOrDefault(tip => text.StartsWith(tip, StringComparison.Ordinal));

    private static int IndexOf(IReadOnlyList<string> heard, string tip) => heard.ToList().FindIndex(t => t.StartsWith(tip, StringComparison.Ordinal));
}
