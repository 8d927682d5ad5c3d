using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Bookings;

/// <summary>
/// Turns bookings whose time has come into contacts in the queue, and tells parents when we are late. Looked at with every routing pass; two
/// nodes at once do each thing once, as the second finds another version or a call that is there.
/// </summary>
public sealed class BookedCalls(HelplineDbContext db, TimeProvider time, IOptions<BookingOptions> options)
{
    /// <summary>How long before the booked time a parent who rings in is told of it.</summary>
    public static readonly TimeSpan JoinWithin = TimeSpan.FromMinutes(30);

    /// <summary>How long the adviser whose time was set aside is asked first, when they are free at the booked time.</summary>
    public static readonly TimeSpan OwnAdviserFirst = TimeSpan.FromSeconds(20);

    private const int AtOnce = 100;

    /// <summary>Looks once. Returns how many bookings became contacts.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var due = await db.Bookings.AsNoTracking().Where(b => b.State == BookingState.Booked && b.StartsAt <= now)
            .OrderBy(b => b.StartsAt).Take(AtOnce).Select(b => b.Id).ToListAsync(cancellationToken);
        var released = 0;
        foreach (var id in due)
        {
            released += await ReleaseAsync(id, now, cancellationToken) ? 1 : 0;
        }

        var before = now - options.Value.LateAfter;
        var late = await (
            from b in db.Bookings.AsNoTracking()
            join c in db.Contacts.AsNoTracking() on b.ContactId equals c.Id
            where b.State == BookingState.Due && b.LateToldAt == null && b.StartsAt <= before
                && c.BookedFor != null && c.CallbackMisses == 0 && (c.Status == ContactStatus.Waiting || c.Status == ContactStatus.Offered) && c.Channel == Channel.Callback
            orderby b.StartsAt
            select b.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var id in late)
        {
            db.ChangeTracker.Clear();
            var booking = await db.Bookings.SingleAsync(b => b.Id == id, cancellationToken);
            if (booking.TellLate(now))
            {
                await BookingNotices.LateAsync(db, booking, now, cancellationToken);
                await db.TrySaveAsync(cancellationToken);
            }
        }

        return released;
    }

    private async Task<bool> ReleaseAsync(BookingId id, DateTime now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var booking = await db.Bookings.Include(b => b.Cells).SingleAsync(b => b.Id == id, cancellationToken);
        if (booking.State != BookingState.Booked || booking.StartsAt > now)
        {
            return false;
        }

        var own = booking.Cells.Select(c => c.AdviserId).FirstOrDefault();
        var isFree = await db.Advisers.AnyAsync(a => a.Id == own && a.Presence == Presence.Available && a.Activity == Activity.Idle, cancellationToken);
        var contact = Contact.ArriveByBooking(booking, now, isFree ? own : null, now + OwnAdviserFirst);
        db.Contacts.Add(contact);
        db.Calls.Add(Call.StartBooked(contact.Id, booking.Id, now));
        booking.BecomeContact(contact.Id);
        return await db.TrySaveAsync(cancellationToken);
    }
}
