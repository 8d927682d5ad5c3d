using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Tests.Flow;

namespace Helpline.Telephony.Tests.Control;

/// <summary>Lines that fail: callers who go, advisers who do not come or are lost, and replies that never arrive.</summary>
public class LineFailureTests
{
    [Fact]
    public async Task CallerHangsUp_InTheFlow_IsAbandoned()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.RingInAsync();
        await centre.AdvanceAsync(5);

        await centre.HangUpAsync(call);

        Assert.Equal(CallState.Ended, (await centre.CallAsync(call)).State);
        Assert.Equal(ContactStatus.Abandoned, (await centre.ContactAsync(call)).Status);
    }

    [Fact]
    public async Task CallerHangsUp_InTheQueue_IsAbandoned()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();

        await centre.HangUpAsync(call);

        Assert.Equal(ContactStatus.Abandoned, (await centre.ContactAsync(call)).Status);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task CallerHangsUp_WhileAnOfferRings_FreesTheAdviser()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);

        await centre.HangUpAsync(call);

        Assert.Equal(Activity.Idle, (await centre.AdviserNowAsync(adviser)).Activity);
        Assert.Equal(AcceptOfferOutcome.AlreadyEnded, await centre.AcceptAsync(offer!.Value, adviser));
    }

    [Fact]
    public async Task CallerHangsUp_WhileTheAdvisersLineComesUp_DropsTheLine()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync(ScriptedLeg.Answers with { After = TimeSpan.FromSeconds(6) });
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);
        await centre.AcceptAsync(offer!.Value, adviser);
        await centre.AdvanceAsync(2);

        await centre.HangUpAsync(call);
        await centre.AdvanceAsync(20);

        Assert.Equal(ContactStatus.Abandoned, (await centre.ContactAsync(call)).Status);
        Assert.True(AdviserLegs(centre).Single().IsOver);
        Assert.Equal(Activity.Idle, (await centre.AdviserNowAsync(adviser)).Activity);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task CallerHangsUp_WhileTalking_BringsTheAdviserToWrapUp()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);

        await centre.HangUpAsync(call);
        await centre.AdvanceAsync(20);

        Assert.Equal(ContactStatus.WrapUp, (await centre.ContactAsync(call)).Status);
        Assert.Equal(Activity.WrapUp, (await centre.AdviserNowAsync(adviser)).Activity);
        Assert.True(AdviserLegs(centre).Single().IsOver);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task CallerHangsUp_InTheSurvey_KeepsWhatWasSaid()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        await centre.EndAsync(call, adviser);
        await centre.UntilHeardAsync(call, "Did we help you?");
        await centre.PressAsync(call, "2");

        await centre.HangUpAsync(call);

        Assert.Equal(CallState.Ended, (await centre.CallAsync(call)).State);
        Assert.Equal(2, (await centre.FeedbackAsync(call))!.Helped);
        Assert.Equal(ContactStatus.WrapUp, (await centre.ContactAsync(call)).Status);
    }

    [Theory]
    [InlineData("Ignore")]
    [InlineData("Reject")]
    [InlineData("Fail")]
    public async Task AdvisersLine_ThatDoesNotComeUp_LeavesTheCallerTheirPlace(string reaction)
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync(new ScriptedLeg { Reaction = Enum.Parse<FarEndReactionKind>(reaction) });
        var call = await centre.WaitingCallerAsync();
        var joined = (await centre.ContactAsync(call)).JoinedAt;
        var offer = await centre.OfferAsync(adviser);

        await centre.AcceptAsync(offer!.Value, adviser);
        await centre.AdvanceAsync(20);

        var contact = await centre.ContactAsync(call);
        Assert.Equal((ContactStatus.Waiting, joined), (contact.Status, contact.JoinedAt));
        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        Assert.Equal(AwayReason.LineFailed, (await centre.AdviserNowAsync(adviser)).AwayReason);
        var other = await centre.AdviserAsync();
        await centre.ConnectAsync(call, other);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task AdviserLost_WhileTalking_CallerIsHeldAndComesBackToTheSameAdviser()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var other = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        var first = await ConnectAnyAsync(centre, call, adviser, other);

        await centre.OnLoopAsync(() => AdviserLegs(centre).Single().HangUp());
        await centre.AdvanceAsync(2);
        Assert.Equal(CallState.Reconnecting, (await centre.CallAsync(call)).State);
        Assert.True(Caller(centre, call).Hold);
        await centre.UntilHeardAsync(call, "We are reconnecting you.", 10);
        await centre.ConnectAsync(call, first);
        await centre.AdvanceAsync(2);

        Assert.False(Caller(centre, call).Hold);
        Assert.Equal(2, AdviserLegs(centre).Count);
        Assert.Equal("", centre.Violations);
        await centre.EndAsync(call, first);
        await centre.UntilHeardAsync(call, "Did we help you?");
    }

    [Fact]
    public async Task AdviserLost_AndTheNextLineFails_CallerStaysHeld()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        await centre.OnLoopAsync(() => AdviserLegs(centre).Single().HangUp());
        await centre.UntilAsync(call, CallState.Reconnecting, 5);
        centre.World.FarEnds.Set($"client:{Labels.Identity(adviser)}", ScriptedLeg.Rejects);
        var offer = await centre.OfferAsync(adviser);

        await centre.AcceptAsync(offer!.Value, adviser);
        await centre.AdvanceAsync(20);

        Assert.Equal(CallState.Reconnecting, (await centre.CallAsync(call)).State);
        Assert.True(Caller(centre, call).Hold);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task ConnectReply_Lost_IsAdoptedFromTheCallbacks()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        centre.World.Faults.Next("POST", "/Participants.json", RestFault.ReplyLost);

        await centre.ConnectAsync(call, adviser);

        Assert.Single(AdviserLegs(centre));
        Assert.Equal(AdviserLegs(centre)[0].Sid, (await centre.CallAsync(call)).AdviserLegId);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Connect_RefusedByTheService_LeavesTheCallerTheirPlace()
    {
        await using var centre = await PhoneCentre.StartAsync(o => o.PhoneNumber = "+448081570199");
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);

        Assert.Equal(AcceptOfferOutcome.LineFailed, await centre.AcceptAsync(offer!.Value, adviser));

        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        Assert.Empty(AdviserLegs(centre));
    }

    [Fact]
    public async Task MoveReply_Lost_StillBringsThemTogether()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        centre.World.Faults.Next("POST", "/Members/", RestFault.ReplyLost);

        await centre.ConnectAsync(call, adviser);

        Assert.Equal("", centre.Violations);
    }

    private static async Task<AdviserId> ConnectAnyAsync(PhoneCentre centre, SimulatedCall call, AdviserId one, AdviserId two)
    {
        var (offer, chosen) = (await centre.OfferAsync(one), one);
        if (offer is null)
        {
            (offer, chosen) = (await centre.OfferAsync(two), two);
        }

        await centre.AcceptAsync(offer!.Value, chosen);
        await centre.UntilAsync(call, CallState.Connected, 20);
        return chosen;
    }

    private static List<SimulatedCall> AdviserLegs(PhoneCentre centre) =>
        [.. centre.World.Calls.All.Where(c => c.To.StartsWith("client:", StringComparison.Ordinal))];

    private static Participant Caller(PhoneCentre centre, SimulatedCall call) =>
        centre.World.Conferences.Of(call)!;
}
