using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Routing;

/// <summary>An adviser asks for the next contact, on the real database.</summary>
public sealed class TakeNextTests : IAsyncLifetime
{
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private CentreHost centre = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeNextAsync_Away_IsOfferedWhatIsFirstAndStaysAway()
    {
        var adviser = await AwayAsync("a");
        await centre.CallerAsync("b");
        var (_, first) = await centre.CallerAsync("a");
        time.Advance(TimeSpan.FromSeconds(5));
        await centre.CallerAsync("a");
        Assert.Equal(0, await centre.RouteAsync());

        Assert.Equal(TakeNextOutcome.Offered, await TakeAsync(adviser));

        Assert.Equal(first, (await centre.PendingAsync(adviser))!.ContactId);
        Assert.Equal(Presence.Away, (await AdviserAsync(adviser)).Presence);
        Assert.Equal(TakeNextOutcome.Offered, await TakeAsync(adviser));
        Assert.Equal(1, await centre.Read(db => db.Offers.CountAsync()));
    }

    [Fact]
    public async Task TakeNextAsync_MissedByWhoIsAway_LeavesThemAsTheyWere()
    {
        var adviser = await AwayAsync();
        var (_, contact) = await centre.CallerAsync();
        await TakeAsync(adviser);
        time.Advance(TimeSpan.FromSeconds(21));
        await centre.BeatAsync();

        await centre.RouteAsync();

        var after = await AdviserAsync(adviser);
        Assert.Equal((Presence.Away, AwayReason.Casework, Activity.Idle), (after.Presence, after.AwayReason!.Value, after.Activity));
        Assert.Equal(ContactStatus.Waiting, await StatusAsync(contact));
    }

    [Fact]
    public async Task TakeNextAsync_SomebodyIsFreeForTheFirst_TheyAreServedBeforeIt()
    {
        var away = await AwayAsync();
        var free = await centre.AdviserAsync();
        var (_, first) = await centre.CallerAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        var (_, second) = await centre.CallerAsync();

        Assert.Equal(TakeNextOutcome.Offered, await TakeAsync(away));

        Assert.Equal(first, (await centre.PendingAsync(free))!.ContactId);
        Assert.Equal(second, (await centre.PendingAsync(away))!.ContactId);
    }

    [Fact]
    public async Task TakeNextAsync_WrittenWorkKeptBackForTheReserve_IsOfferedToWhoAsks()
    {
        var asking = await centre.AdviserAsync();
        for (var i = 0; i < 3; i++)
        {
            var busy = await centre.AdviserAsync();
            await centre.Read(db => db.Advisers.Where(a => a.Id == busy).ExecuteUpdateAsync(s => s.SetProperty(a => a.Activity, Activity.OnContact)));
        }

        var written = await WrittenAsync();
        Assert.Equal(0, await centre.RouteAsync());

        Assert.Equal(TakeNextOutcome.Offered, await TakeAsync(asking));

        Assert.Equal(written, (await centre.PendingAsync(asking))!.ContactId);
    }

    [Fact]
    public async Task TakeNextAsync_NotTried_RefusesACallUntilTriedAndNotWrittenWork()
    {
        var adviser = await AwayAsync();
        var (sid, _) = await centre.CallerAsync();
        await WrittenAsync();

        Assert.Equal(TakeNextOutcome.NotTried, await TakeAsync(adviser, soundTried: false));
        Assert.Null(await centre.PendingAsync(adviser));

        await centre.Do<Core.Calls.CallService, bool>(s => s.CallerLeftAsync(sid, Stop));
        Assert.Equal(TakeNextOutcome.Offered, await TakeAsync(adviser, soundTried: false));
    }

    [Fact]
    public async Task TakeNextAsync_NothingForThem_SaysWhy()
    {
        var adviser = await AwayAsync("a");
        Assert.Equal(TakeNextOutcome.NothingWaits, await TakeAsync(adviser));

        var (_, other) = await centre.CallerAsync("z");
        Assert.Equal(TakeNextOutcome.NothingFits, await TakeAsync(adviser));

        time.Advance(TimeSpan.FromMinutes(4));
        await centre.BeatAsync();
        Assert.Equal(TakeNextOutcome.Offered, await TakeAsync(adviser));

        var offer = (await centre.PendingAsync(adviser))!;
        await centre.Do<OfferService, DeclineOfferOutcome>(s => s.DeclineAsync(offer.Id, adviser, null, Stop));
        Assert.Equal(TakeNextOutcome.NothingFits, await TakeAsync(adviser));
        Assert.Equal(ContactStatus.Waiting, await StatusAsync(other));
        Assert.Equal(TakeNextOutcome.UnknownAdviser, await TakeAsync(AdviserId.New()));
    }

    [Fact]
    public async Task TakeNextAsync_CallbackNotDueOrAlreadyOffered_IsNotTaken()
    {
        var free = await centre.AdviserAsync();
        var (_, offered) = await centre.CallerAsync();
        await centre.RouteAsync();
        var (_, later) = await centre.CallerAsync();
        var due = time.GetUtcNow().UtcDateTime.AddMinutes(10);
        await centre.Read(db => db.Contacts.Where(c => c.Id == later).ExecuteUpdateAsync(s => s.SetProperty(c => c.CallbackDueAt, due)));
        var away = await AwayAsync();

        Assert.Equal(TakeNextOutcome.NothingWaits, await TakeAsync(away));

        Assert.Equal(offered, (await centre.PendingAsync(free))!.ContactId);
    }

    [Fact]
    public async Task TakeNextAsync_KeptForSomebodyElse_IsNotTaken()
    {
        var other = await AwayAsync();
        var (_, kept) = await centre.CallerAsync();
        var until = time.GetUtcNow().UtcDateTime.AddMinutes(1);
        await centre.Read(db => db.Contacts.Where(c => c.Id == kept).ExecuteUpdateAsync(s => s
            .SetProperty(c => c.PreferredAdviserId, other).SetProperty(c => c.PreferredUntil, until)));

        Assert.Equal(TakeNextOutcome.NothingFits, await TakeAsync(await AwayAsync()));
        Assert.Equal(TakeNextOutcome.Offered, await TakeAsync(other));
    }

    [Fact]
    public async Task TakeNextAsync_BusyOrNotThere_IsRefused()
    {
        var adviser = await centre.AdviserAsync();
        var (sid, contact) = await centre.CallerAsync();
        await centre.RouteAsync();
        await centre.TalkAsync(adviser, sid);
        await centre.CallerAsync(number: "+447700900124");
        Assert.Equal(TakeNextOutcome.HasContact, await TakeAsync(adviser));

        await centre.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(contact, adviser, Stop));
        Assert.Equal(TakeNextOutcome.StillRecording, await TakeAsync(adviser));

        var away = await AwayAsync();
        time.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(TakeNextOutcome.NotAtWork, await TakeAsync(away));
        await PresenceAsync(away, Presence.Offline);
        Assert.Equal(TakeNextOutcome.NotAtWork, await TakeAsync(away));
        Assert.Equal(1, await centre.Read(db => db.Contacts.CountAsync(c => c.Status == ContactStatus.Waiting)));
    }

    [Fact]
    public async Task TakeNextAsync_ManyAtOnceOnTwoNodes_EachGetsOneOfTheFirst()
    {
        await using var second = await CentreHost.StartAsync(database, time);
        List<AdviserId> asking = [];
        for (var i = 0; i < 4; i++)
        {
            asking.Add(await AwayAsync());
        }

        List<ContactId> waiting = [];
        for (var i = 0; i < 6; i++)
        {
            waiting.Add((await centre.CallerAsync()).ContactId);
            time.Advance(TimeSpan.FromMilliseconds(10));
        }

        var outcomes = await Task.WhenAll(asking.Select((a, i) => Task.Run(() =>
            (i % 2 == 0 ? centre : second).Do<RoutingPass, TakeNextOutcome>(p => p.TakeNextAsync(a, soundTried: true, Stop)))));

        Assert.All(outcomes, o => Assert.Equal(TakeNextOutcome.Offered, o));
        var offered = await centre.Read(db => db.Offers.Where(o => o.Status == OfferStatus.Pending).Select(o => o.ContactId).ToListAsync(Stop));
        Assert.Equal(waiting.Take(4).ToHashSet(), offered.ToHashSet());
    }

    public async ValueTask InitializeAsync() => centre = await CentreHost.StartAsync(database, time);

    public async ValueTask DisposeAsync()
    {
        await centre.DisposeAsync();
        database.Dispose();
    }

    private Task<TakeNextOutcome> TakeAsync(AdviserId adviser, bool soundTried = true) =>
        centre.Do<RoutingPass, TakeNextOutcome>(p => p.TakeNextAsync(adviser, soundTried, Stop));

    private async Task<AdviserId> AwayAsync(params string[] skills)
    {
        var id = await centre.AdviserAsync(skills);
        await PresenceAsync(id, Presence.Away);
        return id;
    }

    private Task<bool> PresenceAsync(AdviserId id, Presence presence) =>
        centre.Do<AdviserService, bool>(s => s.SetPresenceAsync(id, presence, AwayReason.Casework, Stop));

    private Task<Adviser> AdviserAsync(AdviserId id) => centre.Read(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == id, Stop));

    private Task<ContactStatus> StatusAsync(ContactId id) => centre.Read(db => db.Contacts.Where(c => c.Id == id).Select(c => c.Status).SingleAsync(Stop));

    private Task<ContactId> WrittenAsync() => centre.Read(async db =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var contact = Contact.ArriveByEnquiry(now, now.AddDays(2));
        db.Contacts.Add(contact);
        await db.SaveChangesAsync(Stop);
        return contact.Id;
    });
}
