using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>The steps a consult is made of, each within a commit.</summary>
public sealed partial class ConsultService
{
    private async Task<ConsultOutcome> CheckAsync(ContactId contactId, AdviserId adviserId, AdviserId colleagueId, CancellationToken cancellationToken)
    {
        var call = await (
            from c in db.Calls.AsNoTracking()
            join contact in db.Contacts.AsNoTracking() on c.ContactId equals contact.Id
            where contact.Id == contactId && contact.AdviserId == adviserId
            select c).SingleOrDefaultAsync(cancellationToken);
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
        ForOwnerAsync(
            contactId,
            adviserId,
            async (contact, _, now) =>
            {
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
        var held = OffHold(contact, call, now);
        call.HandOver(offerId, leg.ProviderLegId);
        return (former, held);
    }

    private static CallRef? OffHold(Contact contact, Call call, DateTime now)
    {
        if (!call.Hold(false, now))
        {
            return null;
        }

        contact.NoteHold(false, now);
        return CallRef.Of(call);
    }

    private Task<ConsultOutcome> ForOwnerAsync(
        ContactId contactId, AdviserId adviserId, Func<Contact, Call, DateTime, Task<ConsultOutcome>> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                if (contact is null)
                {
                    return ConsultOutcome.NotYours;
                }

                var call = await db.Calls.SingleOrDefaultAsync(c => c.ContactId == contactId && c.State == CallState.Connected, cancellationToken);
                return call is null || contact.Status != ContactStatus.InProgress
                    ? ConsultOutcome.NotNow
                    : await change(contact, call, time.UtcNow());
            },
            cancellationToken);
}
