using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Tests.Flow;

namespace Helpline.Telephony.Tests.Reconciling;

/// <summary>After a restart, or when news was lost, the database and the telephone service agree again.</summary>
public class ReconcilerTests
{
    [Fact]
    public async Task Run_WhenAllIsWell_ChangesNothing()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var talking = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(talking, adviser);
        var waiting = await centre.WaitingCallerAsync("+447700900124");
        await centre.AdvanceAsync(60);

        Assert.Equal(0, await centre.ReconcileAsync());

        Assert.Equal(CallState.Connected, (await centre.CallAsync(talking)).State);
        Assert.Equal(CallState.Queued, (await centre.CallAsync(waiting)).State);
    }

    [Fact]
    public async Task Restart_WhileWaiting_CallerKeepsPlaceAndIsServed()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.AdvanceAsync(15);

        await centre.RestartAsync();
        await centre.ReconcileAsync();
        await centre.AdvanceAsync(30);
        await centre.ConnectAsync(call, adviser);

        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Down_WhileTheCallerHangsUp_IsFoundAfterwards()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.StopAppAsync();
        await centre.HangUpAsync(call);
        await centre.StartAppAsync();
        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);

        Assert.Equal(1, await centre.ReconcileAsync());

        Assert.Equal(ContactStatus.Abandoned, (await centre.ContactAsync(call)).Status);
    }

    [Fact]
    public async Task Restart_WhileAnOfferRings_TheOfferStillHolds()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);

        await centre.RestartAsync();
        await centre.ReconcileAsync();
        Assert.Equal(AcceptOfferOutcome.Accepted, await centre.AcceptAsync(offer!.Value, adviser));
        await centre.UntilAsync(call, CallState.Connected, 20);

        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Restart_WhileTalking_TheyTalkOnAndEndAsUsual()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        await centre.AdvanceAsync(30);

        await centre.RestartAsync();
        Assert.Equal(0, await centre.ReconcileAsync());
        Assert.Equal(ContactOutcome.Done, await centre.EndAsync(call, adviser));
        await centre.UntilHeardAsync(call, "Did we help you?");

        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Down_WhileTheAdviserIsLost_CallerIsHeldAfterwards()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        await centre.AdvanceAsync(15);
        await centre.StopAppAsync();
        await centre.OnLoopAsync(() => AdviserLeg(centre).HangUp());
        await centre.StartAppAsync();

        Assert.Equal(1, await centre.ReconcileAsync());

        Assert.Equal(CallState.Reconnecting, (await centre.CallAsync(call)).State);
        Assert.True(centre.World.Conferences.Of(call)!.Hold);
        await centre.ConnectAsync(call, adviser);
    }

    [Fact]
    public async Task Restart_InWrapUp_LeavesTheAdviserTheirContact()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        await centre.EndAsync(call, adviser);

        await centre.RestartAsync();
        await centre.AdvanceAsync(60);
        await centre.ReconcileAsync();

        Assert.Equal(ContactStatus.WrapUp, (await centre.ContactAsync(call)).Status);
        Assert.Equal(Activity.WrapUp, (await centre.AdviserNowAsync(adviser)).Activity);
        Assert.Equal(CallState.Ended, (await centre.CallAsync(call)).State);
    }

    [Fact]
    public async Task JoinOfTheAdviser_Lost_TheBridgeIsFinished()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.Room, StringComparison.Ordinal);
        await centre.AcceptAsync(offer!.Value, adviser);
        await centre.AdvanceAsync(25);
        Assert.Equal(CallState.Connecting, (await centre.CallAsync(call)).State);
        centre.Webhooks.Loses = (_, _) => false;

        await centre.ReconcileAsync();
        await centre.UntilAsync(call, CallState.Connected, 5);

        Assert.Equal(ContactStatus.InProgress, (await centre.ContactAsync(call)).Status);
    }

    [Fact]
    public async Task JoinOfTheCaller_Lost_TheConversationIsNoted()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);
        centre.Webhooks.Loses = (url, body) => url.AbsolutePath.EndsWith(Paths.Room, StringComparison.Ordinal)
            && (body.Contains("ParticipantLabel=caller", StringComparison.Ordinal) || body.Contains("conference-start", StringComparison.Ordinal));
        await centre.AcceptAsync(offer!.Value, adviser);
        await centre.AdvanceAsync(30);
        Assert.Equal(CallState.Bridging, (await centre.CallAsync(call)).State);

        Assert.Equal(1, await centre.ReconcileAsync());

        Assert.Equal(CallState.Connected, (await centre.CallAsync(call)).State);
    }

    [Fact]
    public async Task EveryCallbackOfTheAdvisersLine_Lost_TheCallerGetsTheirPlaceBack()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync(ScriptedLeg.Ignores);
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.Room, StringComparison.Ordinal)
            || url.AbsolutePath.EndsWith(Paths.AdviserLeg, StringComparison.Ordinal);
        await centre.AcceptAsync(offer!.Value, adviser);
        await centre.AdvanceAsync(25);
        Assert.Equal(CallState.Connecting, (await centre.CallAsync(call)).State);

        await centre.ReconcileAsync();

        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        Assert.Equal(AwayReason.LineFailed, (await centre.AdviserNowAsync(adviser)).AwayReason);
    }

    [Fact]
    public async Task Move_ThatFailed_IsDoneAgain()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);
        centre.World.Faults.Next("POST", "/Members/", RestFault.FailedBefore);
        await centre.AcceptAsync(offer!.Value, adviser);
        await centre.AdvanceAsync(25);
        Assert.Equal(CallState.Bridging, (await centre.CallAsync(call)).State);

        await centre.ReconcileAsync();

        await centre.UntilAsync(call, CallState.Connected, 5);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task End_ThatFailed_IsDoneAgain()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        centre.World.Faults.Next("POST", $"/Calls/{call.Sid}", RestFault.FailedBefore);
        await centre.EndAsync(call, adviser);
        await centre.AdvanceAsync(15);

        Assert.Equal(1, await centre.ReconcileAsync());

        await centre.UntilHeardAsync(call, "Did we help you?");
    }

    private static SimulatedCall AdviserLeg(PhoneCentre centre) =>
        centre.World.Calls.All.Last(c => c.To.StartsWith("client:", StringComparison.Ordinal) && !c.IsOver);
}
