using Helpline.Core.Advisers;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Web.Seeding;

/// <summary>The advisers' room: who is at work, whose console is alive, and what the router offers them.</summary>
internal sealed class SeedFloor(SeedCentre centre, SeedBook book, IReadOnlyList<AdviserId> advisers)
{
    private readonly HashSet<AdviserId> atWork = [];
    private readonly HashSet<OfferId> known = [];

    /// <summary>What an adviser does with an offer that rings.</summary>
    public required Action<Offer> OnOffer { get; init; }

    public int Team => advisers.Count;

    /// <summary>An adviser, by place in the team, comes to work.</summary>
    public async Task ArriveAsync(int place)
    {
        var adviser = advisers[place % advisers.Count];
        atWork.Add(adviser);
        await DeclareAsync(adviser, Presence.Available);
        await RouteAsync();
    }

    /// <summary>An adviser goes home; what they have is finished first.</summary>
    public Task LeaveAsync(int place)
    {
        var adviser = advisers[place % advisers.Count];
        return atWork.Remove(adviser) ? DeclareAsync(adviser, Presence.Offline) : Task.CompletedTask;
    }

    /// <summary>Everybody goes home.</summary>
    public async Task CloseAsync()
    {
        foreach (var adviser in atWork.ToList())
        {
            await DeclareAsync(adviser, Presence.Offline);
        }

        atWork.Clear();
    }

    /// <summary>An adviser who missed an offer is back.</summary>
    public async Task ReturnAsync(AdviserId adviser)
    {
        if (atWork.Contains(adviser))
        {
            await DeclareAsync(adviser, Presence.Available);
            await RouteAsync();
        }
    }

    /// <summary>Lets the router look, with every console alive, and hands out what it offered.</summary>
    public async Task RouteAsync()
    {
        if (book.Waiting == 0)
        {
            return;
        }

        foreach (var adviser in atWork)
        {
            centre.Get<Heartbeats>().Beat(adviser);
        }

        if (await centre.Get<RoutingPass>().RunAsync(CancellationToken.None) == 0)
        {
            return;
        }

        var ringing = await centre.Do<HelplineDbContext, List<Offer>>(
            db => db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Pending).ToListAsync());
        foreach (var offer in ringing.Where(o => known.Add(o.Id)))
        {
            OnOffer(offer);
        }
    }

    private Task DeclareAsync(AdviserId adviser, Presence presence) =>
        centre.Do<AdviserService>(s => s.SetPresenceAsync(adviser, presence, null, CancellationToken.None));
}
