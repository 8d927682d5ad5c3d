using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>The steps a consult is made of, each within a commit.</summary>
public sealed partial class ConsultService
{
    private async Task<ConsultOutcome> CheckAsync(ContactId contactId, AdviserId adviserId, AdviserId colleagueId, CancellationToken cancellationToken)
    {
        var call = await db.OwnedCallAsync(contactId, adviserId, cancellationToken);
        if (call is null)
        {
            return ConsultOutcome.NotYours;
        }

        var taken = call.State != CallState.Connected
            || await db.RoomLegs.AnyAsync(l => l.CallId == call.Id && l.Kind == RoomLegKind.Consult && l.State != RoomLegState.Ended, cancellationToken)
            || await db.Offers.AnyAsync(o => o.ContactId == contactId && o.Status == OfferStatus.Pending, cancellationToken);
        if (taken)
        {
            return ConsultOutcome.NotNow;
        }

        var colleague = await db.Advisers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == colleagueId, cancellationToken);
        return colleague is not null && colleagueId != adviserId && IsFree(colleague, time.UtcNow()) ? ConsultOutcome.Done : ConsultOutcome.ColleagueNotFree;
    }

    private bool IsFree(Adviser adviser, DateTime now) =>
        adviser is { Presence: Presence.Available, Activity: Activity.Idle }
        && now - heartbeats.LatestOf(adviser.Id, adviser.HeartbeatAt) <= options.Value.HeartbeatFresh;

    // The unique indexes over pending offers refuse a second question, and a colleague whom the router rang first.
    private Task<ConsultOutcome> RingAsync(ContactId contactId, AdviserId adviserId, AdviserId colleagueId, CancellationToken cancellationToken) =>
        db.ForOwnerAsync(
            contactId,
            adviserId,
            async (contact, _) =>
            {
                var now = time.UtcNow();
                var colleague = await db.Advisers.SingleAsync(a => a.Id == colleagueId, cancellationToken);
                if (!IsFree(colleague, now))
                {
                    return ConsultOutcome.ColleagueNotFree;
                }

                var offer = Offer.AskIn(contactId, colleagueId, now, options.Value.OfferLifetime);
                colleague.Ring(contactId, now);
                contact.AskIn(offer, now);
                db.Offers.Add(offer);
                return ConsultOutcome.Done;
            },
            cancellationToken);

    private async Task<(CallRef? Former, CallRef? Held)> HandOverAsync(
        Contact contact, Call call, ProcessContext by, DateTime now, CancellationToken cancellationToken)
    {
        if (await RoomLegs.ConsultOfAsync(db, call.Id, cancellationToken) is not { State: RoomLegState.InRoom, OfferId: { } offerId } leg)
        {
            return default;
        }

        var adviser = await db.Advisers.SingleAsync(a => a.Id == contact.AdviserId, cancellationToken);
        var former = CallRef.Of(call);
        leg.End(now);
        contact.HandOver(leg.AdviserId, by, now);
        await OfferService.ResumeParkedAsync(db, adviser, now, cancellationToken);
        adviser.Release(contact.Id, away: null, now);
        var held = OwnedCalls.OffHold(contact, call, now);
        call.HandOver(offerId, leg.ProviderLegId);
        return (former, held);
    }
}
