using Helpline.Core.Advisers;
using Helpline.Core.Callbacks;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Tests.Flow;

namespace Helpline.Telephony.Tests.Control;

/// <summary>Advisers who are rung on their own telephone: a key brings them into the room, and nothing else does.</summary>
public class OwnPhoneTests
{
    private const string Number = "+447700900456";

    private static readonly ScriptedLeg Person = ScriptedLeg.PatientPerson with { Greeting = null };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accept_WithTheKey_BringsThemTogetherHoldsAndEndsWithTheCall()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();

        await centre.ConnectAsync(call, adviser);

        var phone = Assert.Single(Phones(centre));
        Assert.Equal((phone.Sid, "+448081570100"), ((await centre.CallAsync(call)).AdviserLegId, phone.From));
        Assert.DoesNotContain(centre.World.Calls.All, c => c.To.StartsWith("client:", StringComparison.Ordinal));
        Assert.All(PhoneCentre.Heard(phone), text => Assert.Contains(
            text, (string[])["This is the helpline. To take the call, press 1.", "The caller is being put through."]));
        var contact = (await centre.CallAsync(call)).ContactId;
        foreach (var onHold in (bool[])[true, false])
        {
            await centre.InAsync<ContactService, ContactOutcome>(contacts => contacts.HoldAsync(contact, adviser, onHold, Stop));
            await centre.AdvanceAsync(5);
            Assert.Equal(onHold, centre.World.Conferences.Of(call)!.Hold);
        }

        Assert.Equal(ContactOutcome.Done, await centre.EndAsync(call, adviser));
        await centre.UntilHeardAsync(call, "Did we help you?");
        Assert.True(phone.IsOver);
        Assert.Equal(Activity.WrapUp, (await centre.AdviserNowAsync(adviser)).Activity);
        Assert.Equal("", centre.Violations);
        Assert.DoesNotContain(centre.Webhooks.Log, sent => sent.Url.ToString().Contains(Number[4..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("busy")]
    [InlineData("unreachable")]
    [InlineData("mailbox")]
    [InlineData("another key")]
    [InlineData("hangs up")]
    public async Task Accept_WithoutTheKey_CountsAsALineThatDidNotComeUp(string what)
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, what switch
        {
            "nobody" => ScriptedLeg.Ignores,
            "busy" => ScriptedLeg.Rejects,
            "unreachable" => ScriptedLeg.Unreachable,
            "mailbox" => ScriptedLeg.Voicemail,
            "another key" => Person with { PressesWhenAsked = "7" },
            _ => Person with { PressesWhenAsked = null, HangsUpAfter = TimeSpan.FromSeconds(3) },
        });
        var call = await centre.WaitingCallerAsync();
        var joined = (await centre.ContactAsync(call)).JoinedAt;
        var offer = await centre.OfferAsync(adviser);

        Assert.Equal(AcceptOfferOutcome.Accepted, await centre.AcceptAsync(offer!.Value, adviser));
        await centre.UntilAsync(call, CallState.Queued, 50);
        await centre.AdvanceAsync(5);

        Assert.Empty(centre.World.Conferences.All);
        Assert.True(Assert.Single(Phones(centre)).IsOver);
        Assert.Equal(joined, (await centre.ContactAsync(call)).JoinedAt);
        Assert.Equal(AwayReason.LineFailed, (await centre.AdviserNowAsync(adviser)).AwayReason);
        await centre.ConnectAsync(call, await centre.AdviserAsync());
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Accept_ReplyToTheCreationLost_IsAdoptedFromTheCallbacks()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();
        centre.World.Faults.Next("POST", "/Calls.json", RestFault.ReplyLost);

        await centre.ConnectAsync(call, adviser);

        Assert.Equal(Assert.Single(Phones(centre)).Sid, (await centre.CallAsync(call)).AdviserLegId);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Accept_ReplyAndCallbacksLost_TheQuestionBringsTheName()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();
        centre.World.Faults.Next("POST", "/Calls.json", RestFault.ReplyLost);
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.AdviserLeg, StringComparison.Ordinal);

        await centre.ConnectAsync(call, adviser);

        Assert.Equal(Assert.Single(Phones(centre)).Sid, (await centre.CallAsync(call)).AdviserLegId);
    }

    [Fact]
    public async Task Accept_RefusedByTheService_LeavesTheCallerTheirPlace()
    {
        await using var centre = await PhoneCentre.StartAsync(o => o.PhoneNumber = "+448081570199");
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();
        var offer = await centre.OfferAsync(adviser);

        Assert.Equal(AcceptOfferOutcome.LineFailed, await centre.AcceptAsync(offer!.Value, adviser));

        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        Assert.Empty(Phones(centre));
    }

    [Fact]
    public async Task Reconciler_NothingHeardOfALegThatWasLost_GivesThePlaceBackInTheEnd()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, ScriptedLeg.Ignores);
        var call = await centre.WaitingCallerAsync();
        centre.World.Faults.Next("POST", "/Calls.json", RestFault.ReplyLost);
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.AdviserLeg, StringComparison.Ordinal);
        await centre.AcceptAsync((await centre.OfferAsync(adviser))!.Value, adviser);
        await centre.AdvanceAsync(30);
        await centre.ReconcileAsync();
        Assert.Equal(CallState.Connecting, (await centre.CallAsync(call)).State);

        await centre.AdvanceAsync(25);
        Assert.Equal(1, await centre.ReconcileAsync());

        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        Assert.Equal(AwayReason.LineFailed, (await centre.AdviserNowAsync(adviser)).AwayReason);
    }

    [Fact]
    public async Task Reconciler_LegKnownAndItsEndLost_GivesThePlaceBackAtOnce()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, ScriptedLeg.Ignores);
        var call = await centre.WaitingCallerAsync();
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.AdviserLeg, StringComparison.Ordinal);
        await centre.AcceptAsync((await centre.OfferAsync(adviser))!.Value, adviser);

        await centre.AdvanceAsync(23);
        Assert.Equal(1, await centre.ReconcileAsync());

        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
    }

    [Fact]
    public async Task Reconciler_WhileItRingsAndAsks_TakesNothingAway()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person with { After = TimeSpan.FromSeconds(18) });
        var call = await centre.WaitingCallerAsync();
        await centre.AcceptAsync((await centre.OfferAsync(adviser))!.Value, adviser);

        for (var i = 0; i < 10 && (await centre.CallAsync(call)).State == CallState.Connecting; i++)
        {
            await centre.AdvanceAsync(3);
            Assert.Equal(0, await centre.ReconcileAsync());
        }

        await centre.UntilAsync(call, CallState.Connected, 5);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Reconciler_NewsOfTheJoinLost_BringsTheCaller()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.Room, StringComparison.Ordinal);
        await centre.AcceptAsync((await centre.OfferAsync(adviser))!.Value, adviser);
        await centre.AdvanceAsync(25);
        Assert.Equal(CallState.Connecting, (await centre.CallAsync(call)).State);

        centre.Webhooks.Loses = (_, _) => false;
        Assert.Equal(1, await centre.ReconcileAsync());

        await centre.UntilAsync(call, CallState.Connected, 10);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Down_WhenItIsAnswered_GivesThePlaceBackAfterwards()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();
        await centre.AcceptAsync((await centre.OfferAsync(adviser))!.Value, adviser);
        await centre.AdvanceAsync(2);
        await centre.StopAppAsync();
        await centre.AdvanceAsync(20);
        await centre.StartAppAsync();

        await centre.ReconcileAsync();

        Assert.True(Assert.Single(Phones(centre)).IsOver);
        Assert.Equal(ContactStatus.Waiting, (await centre.ContactAsync(call)).Status);
        Assert.Equal(AwayReason.LineFailed, (await centre.AdviserNowAsync(adviser)).AwayReason);
    }

    [Fact]
    public async Task EveryWebhookTwice_IsOneRingAndOneConversation()
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Times = 2;
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();

        await centre.ConnectAsync(call, adviser);
        await centre.AdvanceAsync(10);

        Assert.Single(Phones(centre));
        Assert.Equal(CallState.Connected, (await centre.CallAsync(call)).State);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task WordOfALegThatIsPast_ComesLate_ChangesNothing()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person with { PressesWhenAsked = "7" });
        var call = await centre.WaitingCallerAsync();
        await centre.AcceptAsync((await centre.OfferAsync(adviser))!.Value, adviser);
        await centre.UntilAsync(call, CallState.Queued, 40);
        var other = await centre.AdviserAsync();
        await centre.ConnectAsync(call, other);
        var late = centre.Webhooks.Log
            .Where(sent => sent.Path.EndsWith(Paths.AdviserLeg, StringComparison.Ordinal) && sent.Body.Contains(Assert.Single(Phones(centre)).Sid, StringComparison.Ordinal)
                || sent.Path.EndsWith(Paths.OwnPhone, StringComparison.Ordinal) || sent.Path.EndsWith(Paths.OwnKey, StringComparison.Ordinal))
            .Reverse().ToList();
        Assert.True(late.Count >= 4);

        foreach (var sent in late)
        {
            var again = await centre.Webhooks.AgainAsync(sent, Stop);
            Assert.DoesNotContain("Conference", again.Answer, StringComparison.Ordinal);
            await centre.SettleAsync();
        }

        Assert.Equal(CallState.Connected, (await centre.CallAsync(call)).State);
        Assert.Equal(Activity.OnContact, (await centre.AdviserNowAsync(other)).Activity);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public async Task CallerHangsUp_WhileItRingsOrAsks_EndsTheLeg(int seconds)
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person with { PressesWhenAsked = null });
        var call = await centre.WaitingCallerAsync();
        await centre.AcceptAsync((await centre.OfferAsync(adviser))!.Value, adviser);
        await centre.AdvanceAsync(seconds);
        Assert.False(Assert.Single(Phones(centre)).IsOver);

        await centre.HangUpAsync(call);
        await centre.AdvanceAsync(1);

        Assert.True(Assert.Single(Phones(centre)).IsOver);
        Assert.Equal(ContactStatus.Abandoned, (await centre.ContactAsync(call)).Status);
        Assert.Equal((Activity.Idle, Presence.Available), await NowAsync(centre, adviser));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task CallerHangsUp_AndTheLegCouldNotBeDropped_IsToldThatNobodyWaits()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();
        centre.World.Faults.Next("POST", "/Calls.json", RestFault.ReplyLost);
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.AdviserLeg, StringComparison.Ordinal);
        await centre.AcceptAsync((await centre.OfferAsync(adviser))!.Value, adviser);
        await centre.AdvanceAsync(2);

        await centre.HangUpAsync(call);
        await centre.AdvanceAsync(20);

        var phone = Assert.Single(Phones(centre));
        Assert.True(phone.IsOver);
        Assert.Contains("The call is not waiting any more", Assert.Single(PhoneCentre.Heard(phone)), StringComparison.Ordinal);
        Assert.Empty(centre.World.Conferences.All);
    }

    [Fact]
    public async Task AdviserHangsUp_WhileTalking_CallerIsHeldAndTheSameTelephoneIsRungAgain()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person);
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);

        await centre.HangUpAsync(Assert.Single(Phones(centre)));
        await centre.UntilAsync(call, CallState.Reconnecting, 5);
        await centre.ConnectAsync(call, adviser);
        await centre.AdvanceAsync(2);

        Assert.Equal(2, Phones(centre).Count);
        Assert.False(centre.World.Conferences.Of(call)!.Hold);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Browser_ChosenAgain_IsRungNext()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await AdviserAsync(centre, Person);
        Assert.False(await centre.InAsync<OwnPhoneService, bool>(phones => phones.UseBrowserAsync(adviser, soundTried: false, Stop)));
        Assert.True(await centre.InAsync<OwnPhoneService, bool>(phones => phones.UseBrowserAsync(adviser, soundTried: true, Stop)));
        centre.World.FarEnds.Set($"client:{Labels.Identity(adviser)}", ScriptedLeg.Answers);
        var call = await centre.WaitingCallerAsync();

        await centre.ConnectAsync(call, adviser);

        Assert.Empty(Phones(centre));
    }

    [Fact]
    public async Task Consult_OnAnOwnPhone_NeedsTheKeyAndTakesTheCallOver()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await ChooseAsync(c.Centre, c.Colleague, Person);
        await c.AskAsync();
        await c.Centre.AcceptAsync(await c.QuestionAsync(), c.Colleague);
        await c.Centre.AdvanceAsync(4);
        Assert.Null(Own(c));
        await c.Centre.AdvanceAsync(6);
        Assert.True(c.Hears(Own(c), c.In(c.Adviser)) && !c.Hears(c.Caller(), Own(c)));

        Assert.Equal(ConsultOutcome.Done, await c.CompleteAsync());
        await c.Centre.AdvanceAsync(5);

        Assert.True(c.Hears(c.Caller(), Own(c)) && c.Hears(Own(c), c.Caller()));
        Assert.Null(c.In(c.Adviser));
        Assert.Equal(0, await c.Centre.ReconcileAsync());
        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(2);
        Assert.True(Assert.Single(Phones(c.Centre)).IsOver);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Consult_OnAMailbox_LeavesTheCallWhereItWas()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await ChooseAsync(c.Centre, c.Colleague, ScriptedLeg.Voicemail);
        await c.AskAsync();
        await c.Centre.AcceptAsync(await c.QuestionAsync(), c.Colleague);

        for (var i = 0; i < 15; i++)
        {
            await c.Centre.AdvanceAsync(3);
            Assert.Null(Own(c));
            Assert.Equal(0, await c.Centre.ReconcileAsync());
        }

        Assert.Equal((CallState.Connected, AwayReason.LineFailed), ((await c.CallNowAsync()).State, (await c.Centre.AdviserNowAsync(c.Colleague)).AwayReason));
        Assert.False(c.Caller()!.Hold);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Consult_EndOfTheLegLost_IsFoundByTheReconciler()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await ChooseAsync(c.Centre, c.Colleague, ScriptedLeg.Ignores);
        await c.AskAsync();
        c.Centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.AdviserLeg, StringComparison.Ordinal);
        await c.Centre.AcceptAsync(await c.QuestionAsync(), c.Colleague);
        await c.Centre.AdvanceAsync(23);

        Assert.Equal(1, await c.Centre.ReconcileAsync());

        Assert.Equal(AwayReason.LineFailed, (await c.Centre.AdviserNowAsync(c.Colleague)).AwayReason);
        Assert.False(c.Caller()!.Hold);
    }

    [Fact]
    public async Task Whisper_OnAnOwnPhone_IsHeardByTheAdviserAlone()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await ChooseAsync(c.Centre, c.Colleague, Person);
        await ChooseAsync(c.Centre, c.Adviser, Person, "+447700900457");

        await c.MonitorAsync(c.Colleague, MonitorMode.Whisper);
        await c.Centre.AdvanceAsync(10);

        Assert.True(c.Hears(c.In(c.Adviser), Own(c)) && !c.Hears(c.Caller(), Own(c)));
        Assert.Equal(0, await c.Centre.ReconcileAsync());
        await c.MonitorAsync(c.Colleague, MonitorMode.Listen);
        Assert.False(c.Hears(c.Caller(), Own(c)) || c.Hears(c.In(c.Adviser), Own(c)));
        await c.DoAsync<MonitorService, bool>((s, _) => s.StopAsync(c.Colleague, Stop));
        await c.Centre.AdvanceAsync(2);
        Assert.True(Assert.Single(Phones(c.Centre)).IsOver);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Listen_ModeChangedWhileItRings_ComesAsWhatIsWantedNow()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await ChooseAsync(c.Centre, c.Colleague, Person);
        await c.MonitorAsync(c.Colleague, MonitorMode.Join);
        await c.Centre.AdvanceAsync(2);

        await c.MonitorAsync(c.Colleague, MonitorMode.Listen);
        await c.Centre.AdvanceAsync(8);

        Assert.True(c.Hears(Own(c), c.Caller()));
        Assert.False(c.Hears(c.Caller(), Own(c)));
    }

    [Theory]
    [InlineData(Paths.OwnPhone)]
    [InlineData(Paths.OwnKey)]
    public async Task Step_WithoutItsNonce_IsRefused(string path)
    {
        await using var centre = await PhoneCentre.StartAsync();
        var label = Labels.Of(OfferId.New());

        var answer = await centre.SendAsync($"{PhoneCentre.Site}{FlowUrls.Base}{path}?leg={label}&step={path[1..]}.{label}&n=nonsense", ("CallSid", "CA1"), ("Digits", "1"));

        Assert.Equal(403, answer.Status);
    }

    private static async Task<(Activity, Presence)> NowAsync(PhoneCentre centre, AdviserId adviser) =>
        await centre.AdviserNowAsync(adviser) is var now ? (now.Activity, now.Presence) : default;

    private static async Task<AdviserId> AdviserAsync(PhoneCentre centre, ScriptedLeg phone)
    {
        var adviser = await centre.AdviserAsync(ScriptedLeg.Unreachable);
        await ChooseAsync(centre, adviser, phone);
        return adviser;
    }

    private static async Task ChooseAsync(PhoneCentre centre, AdviserId adviser, ScriptedLeg phone, string number = Number)
    {
        centre.World.FarEnds.Set(number, phone);
        Assert.Equal(UkNumberOutcome.Ringable, await centre.InAsync<OwnPhoneService, UkNumberOutcome>(phones => phones.UseAsync(adviser, number, Stop)));
    }

    private static List<SimulatedCall> Phones(PhoneCentre centre) => [.. centre.World.Calls.All.Where(c => c.To == Number)];

    private static Participant? Own(ColleagueCentre c) =>
        c.Centre.World.Conferences.All.Where(r => !r.IsOver).SelectMany(r => r.Participants).FirstOrDefault(p => p.IsIn && p.Call.To == Number);
}
