using Helpline.Analytics.Facts;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Figures;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Calls;

/// <summary>The line was lost in mid-conversation, and the caller goes before it is back.</summary>
public sealed class InterruptedCallTests : IAsyncLifetime
{
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private CentreHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, time);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task CallerLeftAsync_NobodyAskedYet_IsWrappedUpByWhoTalkedAndCountedAsAnswered()
    {
        var (adviser, sid, contactId) = await LostAsync();

        Assert.True(await LeaveAsync(sid));
        Assert.False(await LeaveAsync(sid));

        await AssertInWrapUpAsync(contactId, adviser);
        Assert.Equal(time.GetUtcNow().UtcDateTime.AddMinutes(3), (await ContactAsync(contactId)).WrapUpEndsAt);
        await FinishAsync(contactId, adviser);
        Assert.Equal(Activity.Idle, (await AdviserAsync(adviser)).Activity);
        time.Advance(TimeSpan.FromMinutes(3));
        await host.PostAsync();
        Assert.Equal(ContactKind.Answered, Assert.Single(host.Facts.Contacts).Value.Kind);
        var calls = await host.Do<LiveFiguresQueries, CallsToday>(q => q.CallsAsync(LondonDay.Today(time), Stop));
        Assert.Equal((1, 0, 1), (calls.Answered, calls.Abandoned + calls.ShortAbandoned, calls.Handled));
        Assert.DoesNotContain(nameof(ContactAbandoned), await KindsAsync(contactId));
    }

    [Fact]
    public async Task CallerLeftAsync_WhileItRingsAtTheSameAdviser_WithdrawsTheOfferAndStartsWrapUp()
    {
        var (adviser, sid, contactId) = await LostAsync();
        await host.RouteAsync();
        Assert.NotNull(await host.PendingAsync(adviser));

        await LeaveAsync(sid);

        await AssertInWrapUpAsync(contactId, adviser);
        Assert.Null(await host.PendingAsync(adviser));
    }

    [Fact]
    public async Task CallerLeftAsync_WhileItRingsAtAnother_FreesThemAndLeavesTheWrapUpToWhoTalked()
    {
        var (adviser, sid, contactId) = await LostAsync();
        time.Advance(TimeSpan.FromSeconds(21));
        var other = await host.AdviserAsync();
        await host.RouteAsync();
        Assert.NotNull(await host.PendingAsync(other));

        await LeaveAsync(sid);

        await AssertInWrapUpAsync(contactId, adviser);
        Assert.Equal((Presence.Available, Activity.Idle), ((await AdviserAsync(other)).Presence, (await AdviserAsync(other)).Activity));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CallerLeftAsync_WhileTheNewLineComesUp_DropsItAndLeavesTheWrapUpToWhoTalked(bool same)
    {
        var (adviser, sid, contactId) = await LostAsync();
        var taker = adviser;
        if (!same)
        {
            time.Advance(TimeSpan.FromSeconds(21));
            taker = await host.AdviserAsync();
        }

        await host.RouteAsync();
        await AcceptAsync(taker);

        await LeaveAsync(sid);

        await AssertInWrapUpAsync(contactId, adviser);
        Assert.Contains(host.Phone.Asked, a => a.Verb == "release");
        if (!same)
        {
            Assert.Equal(Activity.Idle, (await AdviserAsync(taker)).Activity);
        }
    }

    [Fact]
    public async Task CallerLeftAsync_WhoTalkedIsOnAnotherCallByThen_OwesTheWrapUpAndGetsItBeforeAnythingNew()
    {
        var (adviser, sid, contactId) = await LostAsync();
        await DeclareAsync(adviser, Presence.Away);
        time.Advance(TimeSpan.FromSeconds(21));
        var other = await host.AdviserAsync();
        await host.RouteAsync();
        await AcceptAsync(other);
        await DeclareAsync(adviser, Presence.Available);
        var (second, secondId) = await host.CallerAsync();
        await host.RouteAsync();
        await host.TalkAsync(adviser, second);

        await LeaveAsync(sid);
        await host.RouteAsync();

        Assert.Equal((Activity.OnContact, secondId), ((await AdviserAsync(adviser)).Activity, (await AdviserAsync(adviser)).ContactId!.Value));
        Assert.Equal((ContactStatus.WrapUp, adviser), ((await ContactAsync(contactId)).Status, (await ContactAsync(contactId)).AdviserId!.Value));
        await host.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(secondId, adviser, Stop));
        await FinishAsync(secondId, adviser);
        time.Advance(TimeSpan.FromMinutes(10));
        await host.BeatAsync();
        await host.CallerAsync();
        await host.RouteAsync();

        await AssertInWrapUpAsync(contactId, adviser);
        Assert.Equal(time.GetUtcNow().UtcDateTime.AddMinutes(3), (await ContactAsync(contactId)).WrapUpEndsAt);
        await FinishAsync(contactId, adviser);
    }

    [Fact]
    public async Task CallerLeftAsync_WhoTalkedIsWriting_PutsTheDraftAsideForTheWrapUp()
    {
        var draft = await host.Read(async db =>
        {
            var contact = Contact.ArriveByEnquiry(time.GetUtcNow().UtcDateTime, time.GetUtcNow().UtcDateTime.AddDays(5));
            db.Contacts.Add(contact);
            await db.SaveChangesAsync(Stop);
            return contact.Id;
        });
        var adviser = await host.AdviserAsync();
        await host.RouteAsync();
        await AcceptAsync(adviser);
        var (sid, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        await LoseAsync(adviser, sid);
        Assert.Equal(draft, (await AdviserAsync(adviser)).ContactId);

        await LeaveAsync(sid);

        await AssertInWrapUpAsync(contactId, adviser);
        Assert.Equal(draft, (await AdviserAsync(adviser)).ParkedContactId);
        await FinishAsync(contactId, adviser);
        Assert.Equal((Activity.OnContact, draft), ((await AdviserAsync(adviser)).Activity, (await AdviserAsync(adviser)).ContactId!.Value));
    }

    [Fact]
    public async Task CallerLeftAsync_NeverTalked_IsStillAbandoned()
    {
        var adviser = await host.AdviserAsync();
        var (sid, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        var offer = await AcceptAsync(adviser);
        await host.Do<CallService, bool>(s => s.AdviserLegFailedAsync(offer, Stop));

        await LeaveAsync(sid);

        Assert.Equal(ContactStatus.Abandoned, (await ContactAsync(contactId)).Status);
    }

    private async Task<(AdviserId Adviser, string Sid, ContactId Contact)> LostAsync()
    {
        var adviser = await host.AdviserAsync();
        var (sid, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        await LoseAsync(adviser, sid);
        return (adviser, sid, contactId);
    }

    private async Task LoseAsync(AdviserId adviser, string sid)
    {
        var offer = await host.TalkAsync(adviser, sid);
        Assert.True(await host.Do<CallService, bool>(s => s.AdviserLegLostAsync(offer.Id, Stop)));
    }

    private async Task<OfferId> AcceptAsync(AdviserId adviser)
    {
        var offer = (await host.PendingAsync(adviser))!;
        Assert.Equal(AcceptOfferOutcome.Accepted, await host.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviser, Stop)));
        return offer.Id;
    }

    private Task<bool> DeclareAsync(AdviserId adviser, Presence presence) =>
        host.Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, presence, null, Stop));

    private Task<bool> LeaveAsync(string sid) => host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, Stop));

    private async Task AssertInWrapUpAsync(ContactId contactId, AdviserId adviserId)
    {
        var contact = await ContactAsync(contactId);
        Assert.Equal((ContactStatus.WrapUp, adviserId), (contact.Status, contact.AdviserId!.Value));
        var adviser = await AdviserAsync(adviserId);
        Assert.Equal((Activity.WrapUp, contactId), (adviser.Activity, adviser.ContactId!.Value));
    }

    private async Task FinishAsync(ContactId contact, AdviserId adviser)
    {
        await host.Do<ContactService, ContactOutcome>(s => s.RecordAsync(contact, adviser, new ContactRecord { DispositionCode = "info-given" }, Stop));
        Assert.Equal(ContactOutcome.Done, await host.Do<ContactService, ContactOutcome>(s => s.CompleteAsync(contact, adviser, Stop)));
    }

    private Task<List<string>> KindsAsync(ContactId id) => host.Read(db => db.Timeline.Where(t => t.ContactId == id).Select(t => t.Kind).ToListAsync(Stop));

    private Task<Contact> ContactAsync(ContactId id) => host.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == id, Stop));

    private Task<Adviser> AdviserAsync(AdviserId id) => host.Read(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == id, Stop));
}
