using System.Text.Json;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Bookings;

/// <summary>Writes the reminders of a booking when they are due, if it still stands at that time.</summary>
internal sealed class BookingReminderHandler(HelplineDbContext db, TimeProvider time) : IOutboxHandler
{
    public string Kind => BookingReminder.Kind;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var reminder = JsonSerializer.Deserialize<BookingReminder>(message.Payload) ?? throw new OutboxRefusedException("booking.reminder-unreadable");
        var now = time.UtcNow();
        var id = new BookingId(reminder.BookingId);
        var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        if (booking is { State: BookingState.Booked } && booking.StartsAt == reminder.StartsAt && now < booking.StartsAt)
        {
            BookingNotices.Remind(db, booking, reminder.Secret, now);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
