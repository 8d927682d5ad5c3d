using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Surges;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>The line for deadlines only, as those who ring hear it.</summary>
public class SurgeFlowTests
{
    private const string Question = "Does anything have to be sent within 14 days";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Surge_WhoeverSaysNothing_IsTakenToHaveADeadlineAndWaits()
    {
        await using var centre = await SurgingAsync(quota: null);

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, Question);
        await centre.UntilAsync(call, CallState.Queued);

        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Surge_WhoeverHasNothingToSend_HearsThePromiseAndCanKeepTheirPlace()
    {
        await using var centre = await SurgingAsync(quota: 1);
        var call = await AnswerAsync(centre, "2");
        await centre.UntilHeardAsync(call, "We expect to answer within");
        await centre.UntilHeardAsync(call, "To be rung back when it is your turn");

        await centre.PressAsync(call, "2");

        await centre.UntilHeardAsync(call, "the number you are calling from");
        await centre.PressAsync(call, "1");
        await centre.UntilHeardAsync(call, "If we miss you");
        Assert.Equal("", centre.Violations);

        // The quota was one; the next is offered a message, and whoever insists waits on the line.
        var second = await AnswerAsync(centre, "2", "+447700900124");
        await centre.UntilHeardAsync(second, "To leave a message");
        Assert.DoesNotContain(PhoneCentre.Heard(second), t => t.Contains("To be rung back when it is your turn", StringComparison.Ordinal));
        await centre.PressAsync(second, "2");
        await centre.UntilAsync(second, CallState.Queued);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Surge_WhoeverHasNothingToSendAndJustWaits_LeavesAMessageThatIsKept()
    {
        await using var centre = await SurgingAsync(quota: null);
        var call = await AnswerAsync(centre, "2");

        await centre.UntilAsync(call, CallState.Voicemail);
        await centre.UntilBeepAsync(call);
        await centre.SayAsync(call, "It is about next year.");
        await centre.HangUpAsync(call);
        await centre.AdvanceAsync(60);

        Assert.True((await centre.CallAsync(call)).RecordingId is not null);
        Assert.Equal(ContactStatus.Waiting, (await centre.ContactAsync(call)).Status);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Surge_EveryWebhookTwice_AsksOnceAndJoinsOnce()
    {
        await using var centre = await SurgingAsync(quota: null);
        centre.Webhooks.Times = 2;

        var call = await AnswerAsync(centre, "1");
        await centre.UntilAsync(call, CallState.Queued);

        Assert.Single(PhoneCentre.Heard(call), t => t.Contains(Question, StringComparison.Ordinal));
        Assert.Equal("", centre.Violations);
    }

    private static async Task<PhoneCentre> SurgingAsync(int? quota)
    {
        var centre = await PhoneCentre.StartAsync();
        var outcome = await centre.InAsync<SurgeService, SurgeOutcome>(s => s.StartAsync(
            new SurgeTerms { Reason = "A test", Until = centre.Clock.UtcNow().AddHours(8), ReplyWorkingDays = 7, DeadlinesOnly = true, CallbackQuota = quota }, Guid.NewGuid(), Stop));
        Assert.Equal(SurgeOutcome.Done, outcome);
        return centre;
    }

    private static async Task<SimulatedCall> AnswerAsync(PhoneCentre centre, string key, string from = PhoneCentre.Parent)
    {
        var call = await centre.RingInAsync(from);
        await centre.UntilHeardAsync(call, Question);
        await centre.PressAsync(call, key);
        return call;
    }
}
