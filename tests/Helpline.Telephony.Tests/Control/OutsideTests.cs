using Helpline.Core.Advisers;
using Helpline.Core.Callbacks;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Recordings;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.FarEnds;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Control;

/// <summary>An interpreter or a local service on a call: who hears whom, and that nobody is left on a line.</summary>
public class OutsideTests
{
    private const string Number = "+442079460123";
    private static readonly ScriptedLeg Person = new() { After = TimeSpan.FromSeconds(4), Greeting = "Interpreters, hello?" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ring_Answered_AdviserAndInterpreterTalkAndTheCallerHearsNeither()
    {
        await using var c = await ColleagueCentre.TalkingAsync();

        await RungAsync(c);

        var outside = Outside(c);
        Assert.True(c.Hears(c.In(c.Adviser), outside) && c.Hears(outside, c.In(c.Adviser)));
        Assert.True(c.Caller()!.Hold);
        Assert.False(c.Hears(c.Caller(), outside) || c.Hears(outside, c.Caller()));
        Assert.Equal(new OutsideOnCall("Interpreting", InRoom: true), (await OthersAsync(c)).Outside);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task BringTheCallerIn_AllThreeHearEachOther()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);

        Assert.Equal(ContactOutcome.Done, await c.HoldAsync(onHold: false));

        var outside = Outside(c);
        Assert.True(c.Hears(c.Caller(), outside) && c.Hears(outside, c.Caller()) && c.Hears(c.In(c.Adviser), outside));
        Assert.Equal(0, await c.Centre.ReconcileAsync());
    }

    [Fact]
    public async Task SendAway_TheCallerIsBackWithTheAdviser()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);

        Assert.Equal(ConsultOutcome.Done, await c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.SendAwayAsync(id, c.Adviser, Stop)));
        await c.Centre.AdvanceAsync(10);

        Assert.Null(Outside(c));
        Assert.False(c.Caller()!.Hold);
        Assert.True(c.Hears(c.Caller(), c.In(c.Adviser)));
        Assert.Null((await OthersAsync(c)).Outside);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task OutsideHangsUp_TheCallerIsBackWithTheAdviser()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);

        await c.Centre.HangUpAsync(Outside(c)!.Call);
        await c.Centre.AdvanceAsync(10);

        Assert.False(c.Caller()!.Hold);
        Assert.True(c.Hears(c.Caller(), c.In(c.Adviser)));
        Assert.Null((await OthersAsync(c)).NotAnsweredBy);
    }

    [Theory]
    [InlineData(nameof(FarEndReactionKind.Ignore))]
    [InlineData(nameof(FarEndReactionKind.Reject))]
    [InlineData(nameof(FarEndReactionKind.Fail))]
    public async Task Ring_NotAnswered_SaysSoAndGivesTheCallerBack(string reaction)
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        c.Centre.World.FarEnds.Set(Number, new ScriptedLeg { Reaction = Enum.Parse<FarEndReactionKind>(reaction) });
        Assert.Equal(ConsultOutcome.Done, await RingAsync(c, await AddAsync(c)));

        await c.Centre.AdvanceAsync(60);

        var others = await OthersAsync(c);
        Assert.Null(others.Outside);
        Assert.Equal("Interpreting", others.NotAnsweredBy);
        Assert.False(c.Caller()!.Hold);
        Assert.True(c.Hears(c.Caller(), c.In(c.Adviser)));
    }

    [Fact]
    public async Task Ring_ByAnAdviserOnTheirOwnTelephone_RingsTheNumberOutside()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.Centre.InAsync<OwnPhoneService, UkNumberOutcome>(s => s.UseAsync(c.Adviser, "07700 900555", Stop));

        await RungAsync(c);

        Assert.DoesNotContain(c.Centre.World.Calls.All, call => call.To == "+447700900555");
    }

    [Fact]
    public async Task Ring_LongRinging_IsNotTakenForLostByTheReconciler()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        c.Centre.World.FarEnds.Set(Number, Person with { After = TimeSpan.FromSeconds(32) });
        await RingAsync(c, await AddAsync(c));

        await c.Centre.AdvanceAsync(25);
        Assert.Equal(0, await c.Centre.ReconcileAsync());
        await c.Centre.AdvanceAsync(10);

        Assert.NotNull(Outside(c));
    }

    [Fact]
    public async Task CallerHangsUp_TheLineOutsideEndsToo()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);

        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(20);

        Assert.DoesNotContain(c.Centre.World.Calls.All, call => !call.IsOver);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task CallerHangsUp_WhileItRings_NobodyOutsideIsPutThroughToNothing()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        c.Centre.World.FarEnds.Set(Number, Person with { After = TimeSpan.FromSeconds(25) });
        await RingAsync(c, await AddAsync(c));
        await c.Centre.AdvanceAsync(3);

        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(120);

        Assert.DoesNotContain(c.Centre.World.Calls.All, call => !call.IsOver);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task AdviserEnds_TheCallerIsAskedAndTheLineOutsideEnds()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await c.HoldAsync(onHold: false);

        Assert.Equal(ContactOutcome.Done, await c.Centre.EndAsync(c.Call, c.Adviser));
        await c.Centre.UntilHeardAsync(c.Call, "Did we help you");
        await c.Centre.AdvanceAsync(5);

        Assert.Null(Outside(c));
    }

    [Fact]
    public async Task HandedOver_WithTheInterpreterThere_TheyStayWithTheCaller()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await c.ConsultAsync();

        Assert.Equal(ConsultOutcome.Done, await c.CompleteAsync());
        await c.Centre.AdvanceAsync(10);

        var outside = Outside(c);
        Assert.True(c.Hears(c.Caller(), outside) && c.Hears(c.In(c.Colleague), outside));
        Assert.Equal(ConsultOutcome.NotYours, await c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.SendAwayAsync(id, c.Adviser, Stop)));
        Assert.Equal(ConsultOutcome.Done, await c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.SendAwayAsync(id, c.Colleague, Stop)));
    }

    [Fact]
    public async Task AdvisersLineLost_TheInterpreterIsThereForWhoeverComesNext()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await c.HoldAsync(onHold: false);

        await c.Centre.HangUpAsync(c.In(c.Adviser)!.Call);
        await c.Centre.AdvanceAsync(3);
        Assert.True(c.Caller()!.Hold);
        var offer = await c.Centre.OfferAsync(c.Colleague);
        if (offer is null)
        {
            // The same adviser is asked first.
            await c.Centre.AdvanceAsync(40);
            offer = await c.Centre.OfferAsync(c.Colleague);
        }

        await c.Centre.AcceptAsync(offer!.Value, c.Colleague);
        await c.Centre.AdvanceAsync(10);

        Assert.True(c.Hears(c.Caller(), Outside(c)) && c.Hears(c.In(c.Colleague), Outside(c)));
    }

    [Fact]
    public async Task Pass_WithSomebodyFromOutside_IsRefused()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);

        Assert.Equal(ConsultOutcome.OutsideOnCall, await c.PassAsync(null));
    }

    [Fact]
    public async Task Recording_StopsBeforeItRingsAndCannotBeginWhileTheyAreThere()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        Assert.Equal(RecordingOutcome.Done, await c.DoAsync<RecordingService, RecordingOutcome>((s, id) => s.StartAsync(id, c.Adviser, Stop)));

        await RungAsync(c);
        await c.HoldAsync(onHold: false);

        var kept = await c.Centre.InAsync<HelplineDbContext, CallRecording>(db => db.CallRecordings.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(CallRecordingState.Stopped, kept.State);
        Assert.Equal(RecordingOutcome.OutsideOnCall, await c.DoAsync<RecordingService, RecordingOutcome>((s, id) => s.StartAsync(id, c.Adviser, Stop)));
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Ring_Twice_IsRefused_AndSoIsANumberThatIsGone()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);

        var other = await AddAsync(c, "Advice service");
        Assert.Equal(ConsultOutcome.NotNow, await RingAsync(c, other));
        await c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.SendAwayAsync(id, c.Adviser, Stop));
        await c.Centre.InAsync<OutsideNumberService, OutsideNumberOutcome>(s => s.RemoveAsync(other, Guid.NewGuid(), Stop));

        Assert.Equal(ConsultOutcome.NumberGone, await RingAsync(c, other));
        Assert.False(c.Caller()!.Hold);
    }

    [Fact]
    public async Task Ring_ProviderRefuses_TheCallerIsBackAtOnce()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        var abroad = await c.Centre.InAsync<HelplineDbContext, OutsideNumberId>(async db =>
        {
            // Nothing that the page would accept: the provider has the last word.
            var added = OutsideNumber.Add(new("Nowhere", OutsideNumberKind.Other, "+0", null), Guid.NewGuid(), c.Centre.Clock.GetUtcNow().UtcDateTime);
            db.OutsideNumbers.Add(added);
            await db.SaveChangesAsync(Stop);
            return added.Id;
        });

        Assert.Equal(ConsultOutcome.LineRefused, await RingAsync(c, abroad));

        Assert.False(c.Caller()!.Hold);
        Assert.Equal("Nowhere", (await OthersAsync(c)).NotAnsweredBy);
    }

    [Fact]
    public async Task NewsOfTheirLeaving_WasLost_TheReconcilerNotices()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await c.Centre.AdvanceAsync(60);
        c.Centre.Webhooks.To = null;
        await c.Centre.HangUpAsync(Outside(c)!.Call);
        await c.Centre.AdvanceAsync(60);
        await c.Centre.RestartAsync();

        Assert.True(await c.Centre.ReconcileAsync() > 0);

        Assert.Null((await OthersAsync(c)).Outside);
        Assert.False(c.Caller()!.Hold);
    }

    [Fact]
    public async Task Number_IsInNoAddressOrLabel()
    {
        await using var c = await ColleagueCentre.TalkingAsync();

        await RungAsync(c);

        Assert.DoesNotContain("2079460123", Outside(c)!.Label, StringComparison.Ordinal);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Leave_AfterTheyAnswered_CallerAndOutsideGoOnWithoutTheAdviser()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);

        Assert.Equal(ConsultOutcome.Done, await LeaveAsync(c));
        await c.Centre.AdvanceAsync(60);

        var outside = Outside(c);
        Assert.Null(c.In(c.Adviser));
        Assert.False(c.Caller()!.Hold);
        Assert.True(c.Hears(c.Caller(), outside) && c.Hears(outside, c.Caller()));
        Assert.Equal(CallState.WithOutside, await StateAsync(c));
        Assert.Equal(ContactStatus.WrapUp, (await c.Centre.ContactAsync(c.Call)).Status);
        Assert.Equal(0, await c.Centre.ReconcileAsync());
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Leave_OutsideHangsUp_TheCallerIsAskedWhetherItHelped()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await LeaveAsync(c);

        await c.Centre.HangUpAsync(Outside(c)!.Call);

        await c.Centre.UntilHeardAsync(c.Call, "Did we help you");
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Leave_CallerHangsUp_EveryLineEndsAndTheContactIsTheAdvisersToRecord()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await LeaveAsync(c);

        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(20);

        Assert.DoesNotContain(c.Centre.World.Calls.All, call => !call.IsOver);
        Assert.Equal(CallState.Ended, await StateAsync(c));
        Assert.Equal((ContactStatus.WrapUp, c.Adviser), ((await c.Centre.ContactAsync(c.Call)).Status, (await c.Centre.ContactAsync(c.Call)).AdviserId!.Value));
    }

    [Fact]
    public async Task Leave_WhileItRings_IsRefusedAndTheAdviserStays()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        c.Centre.World.FarEnds.Set(Number, Person with { After = TimeSpan.FromSeconds(25) });
        await RingAsync(c, await AddAsync(c));
        await c.Centre.AdvanceAsync(3);

        Assert.Equal(ConsultOutcome.NotNow, await LeaveAsync(c));

        Assert.NotNull(c.In(c.Adviser));
        Assert.Equal(CallState.Connected, await StateAsync(c));
    }

    [Fact]
    public async Task Leave_WithAColleagueThere_TheirLineEndsToo()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await c.ConsultAsync();

        Assert.Equal(ConsultOutcome.Done, await LeaveAsync(c));
        await c.Centre.AdvanceAsync(5);

        Assert.Null(c.In(c.Colleague));
        Assert.NotNull(Outside(c));
        Assert.False(c.Caller()!.Hold);
    }

    [Fact]
    public async Task Leave_TheOrderToDropTheAdviserWasLost_TheReconcilerDropsTheLine()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await c.HoldAsync(onHold: false);
        // As if the node had died between its commit and what it asks for after.
        await c.Centre.InAsync<HelplineDbContext, bool>(async db =>
        {
            var call = await db.Calls.SingleAsync(Stop);
            var contact = await db.Contacts.SingleAsync(Stop);
            var now = c.Centre.Clock.GetUtcNow().UtcDateTime;
            call.LeaveWithOutside(now);
            contact.EndConversation(now, TimeSpan.FromMinutes(5), ProcessContext.By(c.Adviser));
            (await db.Advisers.SingleAsync(a => a.Id == c.Adviser, Stop)).StartWrapUp(contact.Id, now);
            await db.SaveChangesAsync(Stop);
            return true;
        });
        await c.Centre.AdvanceAsync(15);

        await c.Centre.ReconcileAsync();

        Assert.Null(c.In(c.Adviser));
        Assert.True(c.Hears(c.Caller(), Outside(c)));
    }

    [Fact]
    public async Task EndTogether_TheCallerIsAskedAndTheLineOutsideEnds()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await LeaveAsync(c);

        Assert.Equal(ConsultOutcome.NotYours, await c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.EndTogetherAsync(id, c.Colleague, Stop)));
        Assert.Equal(ConsultOutcome.Done, await c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.EndTogetherAsync(id, c.Adviser, Stop)));
        await c.Centre.UntilHeardAsync(c.Call, "Did we help you");
        await c.Centre.AdvanceAsync(5);

        Assert.Null(Outside(c));
        Assert.Equal(ConsultOutcome.NotNow, await c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.EndTogetherAsync(id, Stop)));
    }

    [Fact]
    public async Task Leave_ForTwoHours_IsEnded()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await RungAsync(c);
        await LeaveAsync(c);

        await c.Centre.AdvanceAsync(TimeSpan.FromMinutes(119).TotalSeconds);
        await c.Centre.ReconcileAsync();
        Assert.Equal(CallState.WithOutside, await StateAsync(c));
        await c.Centre.AdvanceAsync(120);
        await c.Centre.ReconcileAsync();

        Assert.NotEqual(CallState.WithOutside, await StateAsync(c));
    }

    private static Task<ConsultOutcome> LeaveAsync(ColleagueCentre c) =>
        c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.LeaveAsync(id, c.Adviser, Stop));

    private static Task<CallState> StateAsync(ColleagueCentre c) =>
        c.Centre.InAsync<HelplineDbContext, CallState>(db => db.Calls.Select(call => call.State).SingleAsync(Stop));

    private static async Task RungAsync(ColleagueCentre c)
    {
        c.Centre.World.FarEnds.Set(Number, Person);
        Assert.Equal(ConsultOutcome.Done, await RingAsync(c, await AddAsync(c)));
        await c.Centre.AdvanceAsync(8);
        Assert.NotNull(Outside(c));
    }

    private static Task<OutsideNumberId> AddAsync(ColleagueCentre c, string name = "Interpreting") => c.Centre.InAsync<OutsideNumberService, OutsideNumberId>(async s =>
    {
        Assert.Equal(OutsideNumberOutcome.Done, await s.AddAsync(new(name, OutsideNumberKind.Interpreter, Number, "Until 18:00"), Guid.NewGuid(), Stop));
        return (await s.ListAsync(Stop)).Single(n => n.Name == name).Id;
    });

    private static Task<ConsultOutcome> RingAsync(ColleagueCentre c, OutsideNumberId number) =>
        c.DoAsync<OutsideService, ConsultOutcome>((s, id) => s.RingAsync(id, c.Adviser, number, Stop));

    private static Task<OthersOnCall> OthersAsync(ColleagueCentre c) => c.DoAsync<LegQueries, OthersOnCall>((s, id) => s.OfAsync(id, Stop));

    private static Participant? Outside(ColleagueCentre c) =>
        c.Centre.World.Conferences.All.Where(r => !r.IsOver).SelectMany(r => r.Participants).FirstOrDefault(p => p.IsIn && p.Call.To == Number);
}
