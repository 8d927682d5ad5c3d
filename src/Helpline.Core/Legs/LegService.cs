using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>What the phone door should do with a further leg that is in the room.</summary>
public enum LegJoinedOutcome
{
    /// <summary>It belongs there.</summary>
    Welcome,

    /// <summary>Nobody wants it any more: drop it.</summary>
    NotWanted,
}

/// <summary>The life of further legs, as the phone door tells it. Each may be told twice, late or out of order.</summary>
public sealed class LegService(HelplineDbContext db, ICallControl callControl, TimeProvider time)
{
    /// <summary>A colleague's leg by the offer behind it; null when there is none, or it is the call's own by now.</summary>
    public async Task<RoomLegRef?> FindAsync(OfferId offerId, CancellationToken cancellationToken) =>
        await (
            from leg in db.RoomLegs.AsNoTracking()
            join call in db.Calls.AsNoTracking() on leg.CallId equals call.Id
            where leg.OfferId == offerId && call.OfferId != offerId
            select new { leg, call }).SingleOrDefaultAsync(cancellationToken) is { } found
            ? RoomLegRef.Of(found.leg, CallRef.Of(found.call))
            : null;

    /// <summary>A leg by its own name.</summary>
    public async Task<RoomLegRef?> FindAsync(RoomLegId id, CancellationToken cancellationToken) =>
        await (
            from leg in db.RoomLegs.AsNoTracking()
            join call in db.Calls.AsNoTracking() on leg.CallId equals call.Id
            where leg.Id == id
            select new { leg, call }).SingleOrDefaultAsync(cancellationToken) is { } found
            ? RoomLegRef.Of(found.leg, CallRef.Of(found.call))
            : null;

    /// <summary>The further legs of a call that are not over.</summary>
    public async Task<IReadOnlyList<RoomLegRef>> OfAsync(CallRef call, CancellationToken cancellationToken)
    {
        var legs = await db.RoomLegs.AsNoTracking()
            .Where(l => l.CallId == call.CallId && l.State != RoomLegState.Ended).ToListAsync(cancellationToken);
        return [.. legs.Select(l => RoomLegRef.Of(l, call))];
    }

    /// <summary>Whether the leg has been asked for at least this long ago.</summary>
    public Task<bool> WasAskedBeforeAsync(RoomLegId id, TimeSpan ago, CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - ago;
        return db.RoomLegs.AnyAsync(l => l.Id == id && l.AskedAt < before, cancellationToken);
    }

    /// <summary>The leg is in the room.</summary>
    public Task<LegJoinedOutcome> JoinedAsync(RoomLegId id, string providerLegId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var leg = await db.RoomLegs.SingleAsync(l => l.Id == id, cancellationToken);
                if (leg.State == RoomLegState.Ended)
                {
                    return LegJoinedOutcome.NotWanted;
                }

                if (leg.Join(providerLegId))
                {
                    var contact = await ContactOfAsync(leg, cancellationToken);
                    switch (leg.Kind)
                    {
                        case RoomLegKind.Consult:
                            contact.NoteConsult("joined", leg.AdviserId, time.UtcNow());
                            break;
                        case RoomLegKind.Monitor:
                            contact.NoteMonitorInRoom(leg.AdviserId, time.UtcNow());
                            break;
                        case RoomLegKind.Outside:
                            contact.NoteOutside("joined", time.UtcNow());
                            break;
                    }
                }

                return LegJoinedOutcome.Welcome;
            },
            cancellationToken);

    /// <summary>Keeps the provider's name for a leg. False when nobody wants it any more.</summary>
    public Task<bool> NoteAsync(RoomLegId id, string providerLegId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var leg = await db.RoomLegs.SingleAsync(l => l.Id == id, cancellationToken);
                if (leg is { State: RoomLegState.Ringing, ProviderLegId: null })
                {
                    leg.Note(providerLegId);
                }

                return leg.State != RoomLegState.Ended;
            },
            cancellationToken);

    /// <summary>
    /// The leg is over or never came up. A colleague is free again, away if their line never came up; a caller who was held for them, or
    /// for somebody from outside, is back with the adviser. One who was left with somebody from outside goes on to the survey. False when that is known.
    /// </summary>
    public async Task<bool> GoneAsync(RoomLegId id, CancellationToken cancellationToken)
    {
        CallRef? held = null;
        CallRef? alone = null;
        var changed = await db.SaveWithRetryAsync(
            async () =>
            {
                (held, alone) = (null, null);
                var now = time.UtcNow();
                var leg = await db.RoomLegs.SingleAsync(l => l.Id == id, cancellationToken);
                if (!leg.Lose(now))
                {
                    return false;
                }

                var contact = await ContactOfAsync(leg, cancellationToken);
                if (leg.Kind == RoomLegKind.Monitor)
                {
                    contact.NoteMonitor(null, leg.AdviserId, now);
                    return true;
                }

                if (leg.Kind == RoomLegKind.Consult)
                {
                    var colleague = await db.Advisers.SingleAsync(a => a.Id == leg.AdviserId, cancellationToken);
                    colleague.Release(contact.Id, leg.NeverCameUp ? AwayReason.LineFailed : null, now);
                    contact.NoteConsult(leg.NeverCameUp ? "line-failed" : "left", leg.AdviserId, now);
                }
                else
                {
                    contact.NoteOutside(leg.NeverCameUp ? "no-answer" : "left", now);
                }

                var call = await db.Calls.SingleAsync(c => c.Id == leg.CallId, cancellationToken);
                if (call.State == CallState.WithOutside)
                {
                    call.Survey(now);
                    alone = CallRef.Of(call);
                }
                else if (contact.Status == ContactStatus.InProgress && call.Hold(false, now))
                {
                    contact.NoteHold(false, now);
                    held = CallRef.Of(call);
                }

                return true;
            },
            cancellationToken);
        if (held is not null)
        {
            await callControl.ResumeAsync(held, cancellationToken);
        }

        if (alone is not null)
        {
            await callControl.EndAsync(alone, cancellationToken);
        }

        return changed;
    }

    /// <summary>A colleague accepted: their leg, within the commit of the acceptance.</summary>
    internal async Task<RoomLeg> AcceptAsync(Offer offer, Contact contact, Adviser colleague, DateTime now, CancellationToken cancellationToken)
    {
        var call = await db.Calls.SingleAsync(c => c.ContactId == contact.Id, cancellationToken);
        offer.End(OfferStatus.Accepted, now);
        contact.AcceptConsult(offer, now);
        colleague.TakeUp(contact.Id, now);
        var leg = RoomLeg.Consult(call.Id, offer, now);
        db.RoomLegs.Add(leg);
        return leg;
    }

    /// <summary>Has the phone provider bring the leg up. False when it refused; the leg is over then.</summary>
    internal async Task<bool> BringUpAsync(RoomLegRef leg, CancellationToken cancellationToken)
    {
        if (await callControl.AddLegAsync(leg, cancellationToken) != CallControlOutcome.Refused)
        {
            return true;
        }

        await GoneAsync(leg.Id, cancellationToken);
        return false;
    }

    private async Task<Contact> ContactOfAsync(RoomLeg leg, CancellationToken cancellationToken) =>
        await (
            from call in db.Calls
            join contact in db.Contacts on call.ContactId equals contact.Id
            where call.Id == leg.CallId
            select contact).SingleAsync(cancellationToken);
}
