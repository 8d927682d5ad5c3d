using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.FarEnds;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>A caller keeps their place and is rung back, as they hear it.</summary>
public class CallbackFlowTests
{
    [Fact]
    public async Task Callback_FromKeyToSurvey_IsHeardAndKept()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var contact = await KeepAsync(centre);
        centre.World.FarEnds.Set(PhoneCentre.Parent, ScriptedLeg.PatientPerson);

        var back = await RingBackAsync(centre, adviser);
        await centre.UntilAsync(back, CallState.Connected);

        Assert.Equal(contact, (await centre.ContactAsync(back)).Id);
        Assert.Equal(Channel.Callback, (await centre.ContactAsync(back)).Channel);
        Assert.Equal("+448081570100", back.From);
        Assert.Equal(ContactOutcome.Done, await centre.EndAsync(back, adviser));
        await centre.UntilHeardAsync(back, "Did we help you?");
        Assert.DoesNotContain("special", string.Join(' ', PhoneCentre.Heard(back)), StringComparison.Ordinal);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Callback_EveryWebhookTwice_IsOneRingAndOneConversation()
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Times = 2;
        var adviser = await centre.AdviserAsync();
        await KeepAsync(centre);

        var back = await RingBackAsync(centre, adviser);
        await centre.UntilAsync(back, CallState.Connected);

        var rung = await centre.World.Loop.RunAsync(() => centre.World.Calls.All.Count(c => c.Direction == CallDirection.OutboundApi && c.To == PhoneCentre.Parent));
        Assert.Equal(1, rung);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Callback_WordOfTheLegLost_IsPutRightByTheReconciler()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var contact = await KeepAsync(centre);
        centre.World.FarEnds.Set(PhoneCentre.Parent, ScriptedLeg.Rejects with { After = TimeSpan.FromSeconds(5) });
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.RingLeg, StringComparison.Ordinal);

        await RingBackAsync(centre, adviser);
        await centre.AdvanceAsync(25);
        Assert.Equal(1, await centre.ReconcileAsync());

        Assert.Equal(1, (await FindAsync(centre, contact)).CallbackMisses);
        Assert.Equal(Activity.Idle, (await centre.AdviserNowAsync(adviser)).Activity);
    }

    [Fact]
    public async Task Callback_ToAKeyedNumber_IsConfirmedBeforeItIsPromised()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync("anonymous");
        await AskAsync(centre, call, "Please key in your telephone number");

        await centre.PressAsync(call, "0901123456#");
        await centre.UntilHeardAsync(call, "We cannot ring that kind of number.");
        await centre.PressAsync(call, "02079460123#");
        await centre.UntilHeardAsync(call, "We will ring you on 0 2 0 7 9, 4 6 0, 1 2 3. To confirm");
        await centre.PressAsync(call, "1#");
        await centre.UntilHeardAsync(call, "after about 10 minutes and after about 30 more");

        Assert.Equal("+442079460123", (await centre.ContactAsync(call)).CallbackNumber);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Callback_ThreeNumbersThatCannotBeRung_LeadBackToThePlace()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync("anonymous");
        var joined = (await centre.ContactAsync(call)).JoinedAt;
        await AskAsync(centre, call, "Please key in your telephone number");

        foreach (var (keys, heard) in new[] { ("123#", 1), ("123#", 2), ("0033123456789#", 3) })
        {
            await centre.PressAsync(call, keys);
            var words = heard == 3 ? "We can only ring numbers in the United Kingdom." : "That does not look like a whole telephone number.";
            await centre.UntilHeardAsync(call, words);
            await centre.AdvanceAsync(6);
        }

        await centre.UntilHeardAsync(call, "You have kept your place");
        await centre.UntilAsync(call, CallState.Queued);
        var contact = await centre.ContactAsync(call);
        Assert.Equal((joined, false), (contact.JoinedAt, contact.ArrangingCallback));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Callback_Silence_LeadsBackToTheQueue()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();
        await AskAsync(centre, call, "0 7 7 0 0, 9 0 0, 1 2 3");

        await centre.UntilHeardAsync(call, "You have kept your place");

        await centre.UntilAsync(call, CallState.Queued);
        Assert.Equal("", centre.Violations);
    }

    public static TheoryData<string> Unreached => ["ignores", "rejects", "unreachable", "machine"];

    [Theory]
    [MemberData(nameof(Unreached))]
    public async Task Callback_NotReached_FreesTheAdviserAndIsTriedThreeTimes(string how)
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var contact = await KeepAsync(centre);
        centre.World.FarEnds.Set(PhoneCentre.Parent, how switch
        {
            "ignores" => ScriptedLeg.Ignores,
            "rejects" => ScriptedLeg.Rejects,
            "unreachable" => ScriptedLeg.Unreachable,
            _ => ScriptedLeg.Voicemail,
        });

        SimulatedCall back = null!;
        foreach (var pause in new[] { 601, 1801, 0 })
        {
            back = await RingBackAsync(centre, adviser);
            await UntilFreeAsync(centre, adviser);
            await centre.AvailableAsync(adviser);
            await centre.AdvanceAsync(pause);
        }

        var closed = await FindAsync(centre, contact);
        Assert.Equal((ContactStatus.Closed, 3), (closed.Status, closed.CallbackMisses));
        Assert.Equal(Activity.Idle, (await centre.AdviserNowAsync(adviser)).Activity);
        if (how == "machine")
        {
            await centre.UntilHeardAsync(back, "We have tried to reach you.");
        }

        Assert.Equal("", centre.Violations);
    }

    [Theory]
    [InlineData(AdjustmentKinds.NoVoicemail, null)]
    [InlineData(AdjustmentKinds.None, "weekday mornings")]
    public async Task Callback_ToSomebodyWhoWantsNoMessageLeft_NeverTellsAMachineWhoRings(AdjustmentKinds asked, string? safeHours)
    {
        await using var centre = await PhoneCentre.StartAsync();
        await centre.KnowAsync(asked, safeHours);
        var adviser = await centre.AdviserAsync();
        var contact = await KeepAsync(centre);
        centre.World.FarEnds.Set(PhoneCentre.Parent, ScriptedLeg.Voicemail);

        foreach (var pause in new[] { 601, 1801, 0 })
        {
            var back = await RingBackAsync(centre, adviser);
            await centre.UntilHeardAsync(back, "You asked us to ring you.");
            await UntilFreeAsync(centre, adviser);
            Assert.DoesNotContain(PhoneCentre.Heard(back), t => t.Contains("helpline", StringComparison.Ordinal) || t.Contains("adviser", StringComparison.Ordinal));
            await centre.AvailableAsync(adviser);
            await centre.AdvanceAsync(pause);
        }

        Assert.Equal(ContactStatus.Closed, (await FindAsync(centre, contact)).Status);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Callback_ToSomebodyWhoWantsNoMessageLeft_IsJoinedAsAnyOtherIs()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await centre.KnowAsync(AdjustmentKinds.NoVoicemail);
        var adviser = await centre.AdviserAsync();
        await KeepAsync(centre);
        centre.World.FarEnds.Set(PhoneCentre.Parent, ScriptedLeg.PatientPerson);

        var back = await RingBackAsync(centre, adviser);
        await centre.UntilAsync(back, CallState.Connected);

        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Callback_AdviserGoesWhileItRings_KeepsThePlaceAndStopsRinging()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync(new ScriptedLeg { HangsUpAfter = TimeSpan.FromSeconds(6) });
        var contact = await KeepAsync(centre);
        centre.World.FarEnds.Set(PhoneCentre.Parent, ScriptedLeg.Ignores);

        var back = await RingBackAsync(centre, adviser);
        await centre.AdvanceAsync(15);

        Assert.True(back.IsOver);
        var now = await FindAsync(centre, contact);
        Assert.Equal((ContactStatus.Waiting, 0), (now.Status, now.CallbackMisses));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Callback_NewsOfTheAdviserLost_IsRungByTheReconciler()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        await KeepAsync(centre);
        var offer = (await centre.OfferAsync(adviser))!.Value;
        Assert.Equal(0, await centre.ReconcileAsync());
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.Room, StringComparison.Ordinal);
        await centre.AcceptAsync(offer, adviser);
        await centre.AdvanceAsync(22);
        centre.Webhooks.Loses = (_, _) => false;

        await centre.RestartAsync();
        Assert.Equal(1, await centre.ReconcileAsync());

        var back = await BackAsync(centre);
        await centre.UntilAsync(back, CallState.Connected);
    }

    [Fact]
    public async Task Dropped_RingsAgain_IsWelcomedBackToThePlace()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();
        var joined = (await centre.ContactAsync(call)).JoinedAt;
        await centre.HangUpAsync(call);
        await centre.AdvanceAsync(120);

        var again = await centre.RingInAsync();
        await centre.UntilHeardAsync(again, "Welcome back. You have your place");
        await centre.UntilAsync(again, CallState.Queued);

        Assert.Equal(joined, (await centre.ContactAsync(again)).JoinedAt);
        Assert.Equal("", centre.Violations);
    }

    private static async Task AskAsync(PhoneCentre centre, SimulatedCall call, string words)
    {
        await centre.UntilHeardAsync(call, "press 2 at any time");
        await centre.PressAsync(call, "2");
        await centre.UntilHeardAsync(call, words);
    }

    private static async Task<ContactId> KeepAsync(PhoneCentre centre)
    {
        var call = await centre.WaitingCallerAsync();
        await AskAsync(centre, call, "0 7 7 0 0, 9 0 0, 1 2 3");
        await centre.PressAsync(call, "1#");
        await centre.UntilHeardAsync(call, "Please hang up now. Goodbye.");
        var contact = await centre.ContactAsync(call);
        Assert.Equal((ContactStatus.Waiting, PhoneCentre.Parent), (contact.Status, contact.CallbackNumber));
        await centre.AdvanceAsync(31);
        Assert.True(call.IsOver);
        return contact.Id;
    }

    private static async Task<SimulatedCall> RingBackAsync(PhoneCentre centre, AdviserId adviser)
    {
        var offer = await centre.OfferAsync(adviser);
        Assert.NotNull(offer);
        await centre.AcceptAsync(offer.Value, adviser);
        return await BackAsync(centre);
    }

    private static async Task<SimulatedCall> BackAsync(PhoneCentre centre)
    {
        for (var i = 0; i < 20; i++)
        {
            var found = await centre.World.Loop.RunAsync(() => centre.World.Calls.All.LastOrDefault(
                c => c.Direction == CallDirection.OutboundApi && c.To == PhoneCentre.Parent && !c.IsOver));
            if (found is not null)
            {
                return found;
            }

            await centre.AdvanceAsync(1);
        }

        throw new InvalidOperationException("Nobody was rung. " + centre.Violations);
    }

    private static async Task UntilFreeAsync(PhoneCentre centre, AdviserId adviser)
    {
        for (var i = 0; i < 180 && (await centre.AdviserNowAsync(adviser)).Activity != Activity.Idle; i++)
        {
            await centre.AdvanceAsync(1);
        }

        Assert.Equal((Presence.Available, Activity.Idle), ((await centre.AdviserNowAsync(adviser)).Presence, (await centre.AdviserNowAsync(adviser)).Activity));
    }

    private static Task<Contact> FindAsync(PhoneCentre centre, ContactId id) =>
        centre.InAsync<HelplineDbContext, Contact>(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == id));
}
