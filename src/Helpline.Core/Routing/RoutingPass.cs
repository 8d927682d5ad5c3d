using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Routing;

/// <summary>
/// One look at queue and advisers: ends what is overdue, decides, and claims each offer with one guarded write. Two passes at once,
/// in one process or two, cannot offer a contact or ring an adviser twice.
/// </summary>
public sealed partial class RoutingPass(
    IServiceScopeFactory scopes,
    Heartbeats heartbeats,
    AbsentAdvisers absent,
    TimeProvider time,
    IOptions<RoutingOptions> options,
    ILogger<RoutingPass> logger)
{
    /// <summary>Looks once. Returns the number of offers made.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        await EndOverdueAsync(db, cancellationToken);
        await SetLostAdvisersOfflineAsync(db, cancellationToken);
        await absent.ReleaseAsync(db, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<BookedCalls>().RunAsync(cancellationToken);
        await OwedWrapUps.StartAsync(db, time.UtcNow(), options.Value, cancellationToken);

        var (waiting, advisers) = await ReadAsync(scope.ServiceProvider, cancellationToken);
        var made = 0;
        foreach (var match in RoutingPolicy.Decide(waiting, advisers, time.UtcNow(), options.Value))
        {
            if (await ClaimAsync(db, match, byHand: false, cancellationToken))
            {
                made++;
            }
        }

        return made;
    }

    private static async Task<(IReadOnlyList<WaitingContact> Waiting, IReadOnlyList<AdviserState> Advisers)> ReadAsync(
        IServiceProvider services, CancellationToken cancellationToken)
    {
        var queries = services.GetRequiredService<RoutingQueries>();
        var waiting = await queries.WaitingAsync(cancellationToken);
        return (waiting, waiting.Count == 0 ? [] : await queries.AdvisersAsync(cancellationToken));
    }

    private async Task<bool> ClaimAsync(HelplineDbContext db, Match match, bool byHand, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = time.UtcNow();
        var contact = await db.Contacts.SingleAsync(c => c.Id == match.ContactId, cancellationToken);
        var adviser = await db.Advisers.SingleAsync(a => a.Id == match.AdviserId, cancellationToken);
        if (contact.Status != ContactStatus.Waiting || contact.ArrangingCallback || contact.CallbackDueAt > now || !IsReady(adviser, byHand)
            || (contact.IsLive && await db.Calls.AnyAsync(c => c.ContactId == contact.Id && c.State == CallState.Voicemail, cancellationToken)))
        {
            return false;
        }

        if (adviser is { Activity: Activity.OnContact, ContactId: { } draftId })
        {
            var draft = await db.Contacts.SingleAsync(c => c.Id == draftId, cancellationToken);
            if (draft is not { Status: ContactStatus.InProgress, IsLive: false })
            {
                return false;
            }

            draft.NoteParked(parked: true, now);
        }

        var offer = Offer.Make(contact.Id, adviser.Id, now, options.Value.OfferLifetime);
        adviser.Ring(contact.Id, now);
        contact.Offer(offer, now, byHand);
        db.Offers.Add(offer);
        if (await db.TrySaveAsync(cancellationToken))
        {
            return true;
        }

        LogLostClaim(match.ContactId.Value, match.AdviserId.Value);
        return false;
    }

    // Who asks for the next may be away, and gives up no draft for it.
    private static bool IsReady(Adviser adviser, bool byHand) => byHand
        ? adviser is { Presence: not Presence.Offline, Activity: Activity.Idle }
        : adviser is { Presence: Presence.Available, Activity: Activity.Idle or Activity.OnContact, ParkedContactId: null };

    private async Task EndOverdueAsync(HelplineDbContext db, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var lostBefore = now - options.Value.HeartbeatFresh;
        var overdue = await (
            from o in db.Offers.AsNoTracking()
            join a in db.Advisers.AsNoTracking() on o.AdviserId equals a.Id
            where o.Status == OfferStatus.Pending && (o.ExpiresAt <= now || a.HeartbeatAt < lostBefore)
            select new { o.Id, o.AdviserId, o.ExpiresAt, a.HeartbeatAt }).ToListAsync(cancellationToken);
        foreach (var row in overdue)
        {
            var lost = heartbeats.LatestOf(row.AdviserId, row.HeartbeatAt) < lostBefore;
            if (!lost && row.ExpiresAt > now)
            {
                continue;
            }

            db.ChangeTracker.Clear();
            var offer = await db.Offers.SingleAsync(o => o.Id == row.Id, cancellationToken);
            if (offer.Status != OfferStatus.Pending)
            {
                continue;
            }

            var contact = await db.Contacts.SingleAsync(c => c.Id == offer.ContactId, cancellationToken);
            var adviser = await db.Advisers.SingleAsync(a => a.Id == offer.AdviserId, cancellationToken);
            offer.End(lost ? OfferStatus.Rescinded : OfferStatus.TimedOut, now);
            contact.OfferFell(offer, now);
            await OfferService.StopRingingAsync(db, adviser, contact.Id, AwayReason.MissedOffer, now, cancellationToken);
            if (lost)
            {
                adviser.Declare(Presence.Offline, null, now);
            }

            await db.TrySaveAsync(cancellationToken);
        }
    }

    private async Task SetLostAdvisersOfflineAsync(HelplineDbContext db, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var lostBefore = now - options.Value.HeartbeatLost;
        var lost = await db.Advisers.AsNoTracking()
            .Where(a => a.Presence == Presence.Available && a.HeartbeatAt < lostBefore)
            .Select(a => new { a.Id, a.HeartbeatAt })
            .ToListAsync(cancellationToken);
        foreach (var id in lost.Where(a => heartbeats.LatestOf(a.Id, a.HeartbeatAt) < lostBefore).Select(a => a.Id))
        {
            db.ChangeTracker.Clear();
            var adviser = await db.Advisers.SingleAsync(a => a.Id == id, cancellationToken);
            adviser.Declare(Presence.Offline, null, now);
            await db.TrySaveAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Another writer had contact {ContactId} or adviser {AdviserId} first.")]
    private partial void LogLostClaim(Guid contactId, Guid adviserId);
}
