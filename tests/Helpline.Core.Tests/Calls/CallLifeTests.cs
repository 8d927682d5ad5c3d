using Helpline.Analytics.Facts;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Feedback;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Calls;

/// <summary>A call from arrival to close, and every way in which it can go wrong between.</summary>
public sealed class CallLifeTests : IAsyncLifetime
{
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
    public async Task Call_WholeLife_EndsClosedWithFactsAndScores()
    {
        var adviser = await host.AdviserAsync("needs-assessment");
        var (sid, contactId) = await host.CallerAsync("needs-assessment");
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        Assert.Equal(ContactOutcome.Done, await host.Do<ContactService, ContactOutcome>(s => s.CiteAsync(contactId, adviser, "an-article", "v1", default)));
        Assert.Equal(ContactOutcome.Done, await host.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(contactId, adviser, default)));
        Assert.Contains(host.Phone.Asked, a => a.Verb == "end");
        Assert.True(await host.Do<FeedbackService, bool>(s => s.ScoreCallAsync(sid, SurveyQuestion.Helped, 5, default)));
        Assert.True(await host.Do<FeedbackService, bool>(s => s.ScoreCallAsync(sid, SurveyQuestion.NextStepClear, 4, default)));
        Assert.False(await host.Do<FeedbackService, bool>(s => s.ScoreCallAsync(sid, SurveyQuestion.Helped, 9, default)));
        Assert.True(await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default)));

        Assert.Equal(ContactOutcome.DispositionMissing, await CompleteAsync(contactId, adviser));
        await RecordAsync(contactId, adviser, "advice-given");
        Assert.Equal(ContactOutcome.Done, await CompleteAsync(contactId, adviser));

        var contact = await ContactAsync(contactId);
        Assert.Equal(ContactStatus.Closed, contact.Status);
        Assert.Equal(Activity.Idle, (await AdviserAsync(adviser)).Activity);
        time.Advance(TimeSpan.FromMinutes(3));
        await host.PostAsync();
        var facts = Assert.Single(host.Facts.Contacts).Value;
        Assert.Equal("needs-assessment", Assert.Single(facts.TopicGroupIds));
        Assert.Equal(5, facts.SatisfactionScores!.First);
        var kinds = await host.Read(db => db.Timeline.AsNoTracking().Where(t => t.ContactId == contactId).OrderBy(t => t.Id).Select(t => t.Kind).ToListAsync());
        Assert.Equal(nameof(ContactArrived), kinds[0]);
        Assert.Contains(nameof(ContactAnswered), kinds);
        Assert.Contains(nameof(ContactClosed), kinds);
    }

    [Fact]
    public async Task StartVoiceAsync_SameCallTwiceAtOnce_IsOneContact()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            host.Do<CallService, CallRef>(s => s.StartVoiceAsync("CAsame", "+447700900123", default)))));

        Assert.Equal(1, await host.Read(db => db.Calls.CountAsync()));
        Assert.Equal(1, await host.Read(db => db.Contacts.CountAsync()));
    }

    [Fact]
    public async Task CallerLeftAsync_InTheFlowOrTheQueue_IsCountedApart()
    {
        await host.Do<CallService, CallRef>(s => s.StartVoiceAsync("CAflow", null, default));
        var (queued, _) = await host.CallerAsync();
        time.Advance(TimeSpan.FromSeconds(40));
        await host.Do<CallService, bool>(s => s.CallerLeftAsync("CAflow", default));
        await host.Do<CallService, bool>(s => s.CallerLeftAsync(queued, default));
        // Who gave up may still ring again and have their place.
        time.Advance(TimeSpan.FromMinutes(18));

        await host.PostAsync();

        Assert.Equal(
            [ContactKind.Abandoned, ContactKind.ShortAbandoned],
            host.Facts.Contacts.Values.Select(f => f.Kind).Order());
    }

    [Fact]
    public async Task CallerLeftAsync_WhileRinging_WithdrawsTheOfferAndFreesTheAdviser()
    {
        var adviser = await host.AdviserAsync();
        var (sid, contactId) = await host.CallerAsync();
        await host.RouteAsync();

        Assert.True(await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default)));
        Assert.False(await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default)));

        Assert.Equal(ContactStatus.Abandoned, (await ContactAsync(contactId)).Status);
        var after = await AdviserAsync(adviser);
        Assert.Equal((Presence.Available, Activity.Idle), (after.Presence, after.Activity));
        Assert.Equal(OfferStatus.Rescinded, (await host.Read(db => db.Offers.AsNoTracking().SingleAsync())).Status);
    }

    [Fact]
    public async Task CallerLeftAsync_WhileTheAdvisersLineComesUp_DropsTheLineWithoutWrapUp()
    {
        var adviser = await host.AdviserAsync();
        var (sid, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        var offer = (await host.PendingAsync(adviser))!;
        Assert.Equal(AcceptOfferOutcome.Accepted, await AcceptAsync(offer.Id, adviser));

        await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default));

        Assert.Contains(host.Phone.Asked, a => a.Verb == "release");
        Assert.Equal(ContactStatus.Abandoned, (await ContactAsync(contactId)).Status);
        Assert.Equal(Activity.Idle, (await AdviserAsync(adviser)).Activity);
        Assert.Equal(
            AdviserJoinedOutcome.NotWanted,
            await host.Do<CallService, AdviserJoinedOutcome>(s => s.AdviserJoinedAsync(offer.Id, "CAleg", "CFroom", default)));
    }

    [Fact]
    public async Task CallerLeftAsync_WhileTalking_StartsWrapUp()
    {
        var (adviser, sid, contactId) = await TalkingAsync();

        await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default));

        var contact = await ContactAsync(contactId);
        Assert.Equal(ContactStatus.WrapUp, contact.Status);
        Assert.Equal(time.GetUtcNow().UtcDateTime.AddMinutes(3), contact.WrapUpEndsAt);
        Assert.Equal(Activity.WrapUp, (await AdviserAsync(adviser)).Activity);
    }

    [Fact]
    public async Task RunAsync_OfferNotAnswered_SetsAwayAndKeepsThePlace()
    {
        var adviser = await host.AdviserAsync();
        var (_, contactId) = await host.CallerAsync();
        var joined = (await ContactAsync(contactId)).JoinedAt;
        await host.RouteAsync();
        time.Advance(TimeSpan.FromSeconds(20));
        await host.BeatAsync();

        await host.RouteAsync();

        var after = await AdviserAsync(adviser);
        Assert.Equal((Presence.Away, AwayReason.MissedOffer, Activity.Idle), (after.Presence, after.AwayReason!.Value, after.Activity));
        var contact = await ContactAsync(contactId);
        Assert.Equal((ContactStatus.Waiting, joined), (contact.Status, contact.JoinedAt));
        Assert.Equal(AcceptOfferOutcome.AlreadyEnded, await AcceptAsync((await host.Read(db => db.Offers.AsNoTracking().SingleAsync())).Id, adviser));
    }

    [Fact]
    public async Task AcceptAsync_AfterTheTimeButBeforeTheRouterLooked_IsRefused()
    {
        var adviser = await host.AdviserAsync();
        await host.CallerAsync();
        await host.RouteAsync();
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(AcceptOfferOutcome.AlreadyEnded, await AcceptAsync((await host.PendingAsync(adviser))!.Id, adviser));
    }

    [Fact]
    public async Task AcceptAsync_TwiceAtOnce_BringsUpOneLine()
    {
        var adviser = await host.AdviserAsync();
        await host.CallerAsync();
        await host.RouteAsync();
        var offer = (await host.PendingAsync(adviser))!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => AcceptAsync(offer.Id, adviser))));

        Assert.Single(outcomes, AcceptOfferOutcome.Accepted);
        Assert.Single(host.Phone.Legs);
    }

    [Fact]
    public async Task RunAsync_ConsoleDiedWhileRinging_OffersToAnotherAtOnce()
    {
        var adviser = await host.AdviserAsync();
        await host.CallerAsync();
        await host.RouteAsync();
        time.Advance(TimeSpan.FromSeconds(16));
        var other = await host.AdviserAsync();

        await host.RouteAsync();

        Assert.Equal(Presence.Offline, (await AdviserAsync(adviser)).Presence);
        Assert.NotNull(await host.PendingAsync(other));
    }

    [Fact]
    public async Task AdviserLegFailedAsync_LineDidNotComeUp_CallerKeepsThePlaceAndTheNextAdviserRings()
    {
        var adviser = await host.AdviserAsync();
        var (_, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        var offer = (await host.PendingAsync(adviser))!;
        await AcceptAsync(offer.Id, adviser);
        time.Advance(TimeSpan.FromSeconds(12));
        var (_, later) = await host.CallerAsync();
        var next = await host.AdviserAsync();

        Assert.True(await host.Do<CallService, bool>(s => s.AdviserLegFailedAsync(offer.Id, default)));
        Assert.False(await host.Do<CallService, bool>(s => s.AdviserLegFailedAsync(offer.Id, default)));
        await host.BeatAsync();
        await host.RouteAsync();

        Assert.Equal(AwayReason.LineFailed, (await AdviserAsync(adviser)).AwayReason);
        Assert.Equal(contactId, (await host.PendingAsync(next))!.ContactId);
        Assert.Equal(ContactStatus.Waiting, (await ContactAsync(later)).Status);
    }

    [Fact]
    public async Task AcceptAsync_ProviderRefuses_PutsTheContactBack()
    {
        var adviser = await host.AdviserAsync();
        var (_, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        host.Phone.Answer = CallControlOutcome.Refused;

        Assert.Equal(AcceptOfferOutcome.LineFailed, await AcceptAsync((await host.PendingAsync(adviser))!.Id, adviser));

        Assert.Equal(ContactStatus.Waiting, (await ContactAsync(contactId)).Status);
    }

    [Fact]
    public async Task AdviserLegLostAsync_WhileTalking_AsksTheSameAdviserFirstAndThenAnyone()
    {
        var (adviser, sid, contactId) = await TalkingAsync();
        var other = await host.AdviserAsync();
        var call = await host.Read(db => db.Calls.AsNoTracking().SingleAsync(c => c.ProviderCallId == sid));

        Assert.True(await host.Do<CallService, bool>(s => s.AdviserLegLostAsync(call.OfferId!.Value, default)));
        await host.RouteAsync();

        Assert.Null(await host.PendingAsync(other));
        var again = (await host.PendingAsync(adviser))!;
        Assert.Equal(contactId, again.ContactId);
        await AcceptAsync(again.Id, adviser);
        Assert.Equal(
            AdviserJoinedOutcome.ResumeCaller,
            await host.Do<CallService, AdviserJoinedOutcome>(s => s.AdviserJoinedAsync(again.Id, "CAleg2", "CFroom", default)));
        Assert.True(await host.Do<CallService, bool>(s => s.CallerJoinedAsync(sid, default)));
        Assert.Equal(CallState.Connected, (await host.Read(db => db.Calls.AsNoTracking().SingleAsync(c => c.ProviderCallId == sid))).State);
    }

    [Fact]
    public async Task AdviserLegLostAsync_SameAdviserDoesNotComeBack_AnotherIsAskedAfterTwentySeconds()
    {
        var (_, sid, contactId) = await TalkingAsync();
        var offer = (await host.Read(db => db.Calls.AsNoTracking().SingleAsync(c => c.ProviderCallId == sid))).OfferId!.Value;
        await host.Do<CallService, bool>(s => s.AdviserLegLostAsync(offer, default));
        time.Advance(TimeSpan.FromSeconds(21));
        var other = await host.AdviserAsync();

        await host.RouteAsync();

        Assert.Equal(contactId, (await host.PendingAsync(other))!.ContactId);
    }

    [Fact]
    public async Task KeepVoicemailAsync_NewsOfTheHangUpCameFirst_TheMessageStillBecomesWork()
    {
        await host.Do<CallService, CallRef>(s => s.StartVoiceAsync("CAnight", null, default));
        Assert.True(await host.Do<CallService, bool>(s => s.StartVoicemailAsync("CAnight", default)));
        await host.Do<CallService, bool>(s => s.CallerLeftAsync("CAnight", default));

        Assert.True(await host.Do<CallService, bool>(s => s.KeepVoicemailAsync("CAnight", "RE1", 12, default)));
        Assert.False(await host.Do<CallService, bool>(s => s.KeepVoicemailAsync("CAnight", "RE1", 12, default)));

        var contact = await host.Read(db => db.Contacts.AsNoTracking().SingleAsync());
        Assert.Equal((ContactStatus.Waiting, true, false), (contact.Status, contact.IsVoicemail, contact.IsLive));
        var adviser = await host.AdviserAsync();
        await host.RouteAsync();
        Assert.NotNull(await host.PendingAsync(adviser));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KeepVoicemailAsync_LeftElsewhereWhileSayingWhichNumberToRing_BecomesWork(bool hungUp)
    {
        var (sid, contactId) = await host.CallerAsync();
        Assert.True(await host.Do<CallService, bool>(s => s.ArrangeCallbackAsync(sid, default)));
        if (hungUp)
        {
            await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default));
        }

        Assert.True(await host.Do<CallService, bool>(s => s.KeepVoicemailAsync(sid, "RE1", 12, default)));

        var adviser = await host.AdviserAsync();
        await host.RouteAsync();
        Assert.Equal(contactId, (await host.PendingAsync(adviser))!.ContactId);
        Assert.Equal(hungUp ? CallState.Ended : CallState.Voicemail, (await CallOfAsync(sid)).State);
    }

    [Fact]
    public async Task KeepVoicemailAsync_LeftElsewhereWhileWaiting_TheCallWaitsNoMore()
    {
        var (sid, contactId) = await host.CallerAsync();

        Assert.True(await host.Do<CallService, bool>(s => s.KeepVoicemailAsync(sid, "RE1", 12, default)));

        Assert.Equal(CallState.Voicemail, (await CallOfAsync(sid)).State);
        var adviser = await host.AdviserAsync();
        await host.RouteAsync();
        Assert.Equal(contactId, (await host.PendingAsync(adviser))!.ContactId);
    }

    [Fact]
    public async Task KeepVoicemailAsync_LeftElsewhereAfterWePromisedToRing_ThePromiseHoldsAndTheMessageIsThere()
    {
        var (sid, contactId) = await host.CallerAsync();
        await host.Do<CallService, bool>(s => s.ArrangeCallbackAsync(sid, default));
        await host.Do<CallService, KeepPlaceOutcome>(s => s.PromiseCallbackAsync(sid, "+447700900123", default));

        Assert.Equal([sid], await host.Do<CallService, IReadOnlySet<string>>(s => s.WithoutMessageAsync([sid], default)));
        Assert.True(await host.Do<CallService, bool>(s => s.KeepVoicemailAsync(sid, "RE1", 12, default)));
        Assert.False(await host.Do<CallService, bool>(s => s.KeepVoicemailAsync(sid, "RE1", 12, default)));
        Assert.Empty(await host.Do<CallService, IReadOnlySet<string>>(s => s.WithoutMessageAsync([sid], default)));

        var call = await CallOfAsync(sid);
        Assert.Equal((CallState.PlaceKept, "RE1"), (call.State, call.RecordingId));
        var contact = await host.Read(db => db.Contacts.AsNoTracking().SingleAsync());
        Assert.Equal((contactId, Channel.Callback, true, false), (contact.Id, contact.Channel, contact.IsLive, contact.IsVoicemail));
    }

    private Task<Call> CallOfAsync(string sid) => host.Read(db => db.Calls.AsNoTracking().SingleAsync(c => c.ProviderCallId == sid));

    [Fact]
    public async Task RunAsync_CallForAnAdviserWhoIsWriting_ParksTheDraftAndGivesItBack()
    {
        var adviser = await host.AdviserAsync();
        var draft = await EnquiryAsync();
        await host.RouteAsync();
        await AcceptAsync((await host.PendingAsync(adviser))!.Id, adviser);
        var (sid, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        Assert.Equal(contactId, (await host.PendingAsync(adviser))!.ContactId);
        await host.TalkAsync(adviser, sid);
        Assert.Equal(draft, (await AdviserAsync(adviser)).ParkedContactId);
        await host.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(contactId, adviser, default));
        await RecordAsync(contactId, adviser, "info-given");

        await CompleteAsync(contactId, adviser);

        var after = await AdviserAsync(adviser);
        Assert.Equal((Activity.OnContact, draft), (after.Activity, after.ContactId!.Value));
        Assert.Null(after.ParkedContactId);
    }

    [Fact]
    public async Task HoldAsync_ProviderRefuses_ThePageDoesNotShowAHold()
    {
        var (adviser, sid, contactId) = await TalkingAsync();
        host.Phone.Answer = CallControlOutcome.Refused;
        Assert.Equal(ContactOutcome.LineRefused, await host.Do<ContactService, ContactOutcome>(s => s.HoldAsync(contactId, adviser, true, default)));
        Assert.Null((await host.Read(db => db.Calls.AsNoTracking().SingleAsync(c => c.ProviderCallId == sid))).HeldSince);

        host.Phone.Answer = CallControlOutcome.Done;
        Assert.Equal(ContactOutcome.Done, await host.Do<ContactService, ContactOutcome>(s => s.HoldAsync(contactId, adviser, true, default)));
        Assert.NotNull((await host.Read(db => db.Calls.AsNoTracking().SingleAsync(c => c.ProviderCallId == sid))).HeldSince);
    }

    [Fact]
    public async Task RecordAsync_AnotherAdvisersContact_IsRefused()
    {
        var (_, _, contactId) = await TalkingAsync();
        var other = await host.AdviserAsync();

        Assert.Equal(ContactOutcome.NotYours, await host.Do<ContactService, ContactOutcome>(s => s.RecordAsync(contactId, other, new ContactRecord(), default)));
    }

    private async Task<(AdviserId Adviser, string Sid, ContactId ContactId)> TalkingAsync()
    {
        var adviser = await host.AdviserAsync();
        var (sid, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        return (adviser, sid, contactId);
    }

    private Task<ContactId> EnquiryAsync() => host.Read(async db =>
    {
        var contact = Contact.ArriveByEnquiry(time.GetUtcNow().UtcDateTime, time.GetUtcNow().UtcDateTime.AddDays(5));
        db.Contacts.Add(contact);
        await db.SaveChangesAsync();
        return contact.Id;
    });

    private Task<AcceptOfferOutcome> AcceptAsync(OfferId offer, AdviserId adviser) =>
        host.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer, adviser, default));

    private Task<ContactOutcome> RecordAsync(ContactId contact, AdviserId adviser, string disposition) =>
        host.Do<ContactService, ContactOutcome>(s => s.RecordAsync(
            contact, adviser, new ContactRecord { DispositionCode = disposition, TopicId = "request-ehc-assessment", TopicGroupId = "needs-assessment" }, default));

    private Task<ContactOutcome> CompleteAsync(ContactId contact, AdviserId adviser) =>
        host.Do<ContactService, ContactOutcome>(s => s.CompleteAsync(contact, adviser, default));

    private Task<Contact> ContactAsync(ContactId id) => host.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == id));

    private Task<Adviser> AdviserAsync(AdviserId id) => host.Read(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == id));
}
