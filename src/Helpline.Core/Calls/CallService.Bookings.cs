using Helpline.Core.Bookings;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Calls;

/// <summary>A caller who rings in around the time of a call they booked.</summary>
public sealed partial class CallService
{
    /// <summary>
    /// The time (UTC) of a call booked for the caller's number that begins soon or is waiting; null when there is none. The number proves
    /// nothing, as switchboards share one: the caller says whether it is theirs.
    /// </summary>
    public async Task<DateTime?> BookedSoonAsync(string providerCallId, CancellationToken cancellationToken)
    {
        var contact = await (
            from call in db.Calls.AsNoTracking()
            join c in db.Contacts.AsNoTracking() on call.ContactId equals c.Id
            where call.ProviderCallId == providerCallId && call.State == CallState.InFlow
            select c).SingleOrDefaultAsync(cancellationToken);
        return contact?.EnquirerKey is { } key ? (await SoonAsync(key, time.UtcNow(), cancellationToken))?.StartsAt : null;
    }

    /// <summary>
    /// The caller says that the booked call is theirs: this call has it, and nobody rings them. False when the call has moved on, or the booked
    /// one has: an adviser is about to ring, or it was called off.
    /// </summary>
    public Task<bool> TakeBookingAsync(string providerCallId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ProviderCallId == providerCallId && c.State == CallState.InFlow, cancellationToken);
                var contact = call is null ? null : await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                if (call is null || contact is not { EnquirerKey: { } key, Status: ContactStatus.Waiting, JoinedAt: null }
                    || await SoonAsync(key, now, cancellationToken) is not { } booking)
                {
                    return false;
                }

                if (booking.State == BookingState.Booked)
                {
                    booking.BecomeContact(contact.Id);
                }
                else
                {
                    var waiting = await db.Contacts.SingleAsync(c => c.Id == booking.ContactId, cancellationToken);
                    if (waiting.Status == ContactStatus.Offered)
                    {
                        await WithdrawOfferAsync(waiting, now, cancellationToken);
                    }

                    foreach (var kept in await db.Calls.Where(c => c.ContactId == waiting.Id && c.State == CallState.PlaceKept).ToListAsync(cancellationToken))
                    {
                        kept.End(now);
                    }

                    waiting.YieldPlace(contact.Id, now);
                    booking.PassTo(contact.Id);
                }

                await AskAgainAsync(contact, now, cancellationToken);
                contact.TakeBooking(booking, now);
                call.Queue(now);
                return true;
            },
            cancellationToken);

    // One that is being rung at this moment is left alone: that call goes on, and this one is a call like any other.
    private Task<Booking?> SoonAsync(string key, DateTime now, CancellationToken cancellationToken)
    {
        var before = now + BookedCalls.JoinWithin;
        return db.Bookings
            .Where(b => b.NumberKey == key && b.StartsAt <= before
                && (b.State == BookingState.Booked
                    || (b.State == BookingState.Due && db.Contacts.Any(c => c.Id == b.ContactId && c.RegainedBy == null && c.CallbackDueAt != null
                        && (c.Status == ContactStatus.Waiting || c.Status == ContactStatus.Offered)))))
            .OrderBy(b => b.StartsAt)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
