using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Bookings;

/// <summary>Calls that an adviser books, or prepares, together with the parent while on a contact.</summary>
public sealed partial class BookingService
{
    /// <summary>Answers the questions before a call that the enquirer of a contact has booked, where nothing was said yet.</summary>
    public Task<AnswerBookingOutcome> AnswerAsync(BookingAnswers said, CancellationToken cancellationToken) =>
        said is { Happened: null, Wanted: null, Dates: null }
            ? Task.FromResult(AnswerBookingOutcome.Empty)
            : db.SaveWithRetryAsync(
                async () =>
                {
                    if (await InHandAsync(said.ContactId, said.AdviserId, cancellationToken) is not { } contact)
                    {
                        return AnswerBookingOutcome.NotYours;
                    }

                    var now = time.UtcNow();
                    var booking = await db.Bookings.OpenFor(contact, now).SingleOrDefaultAsync(b => b.Id == said.BookingId, cancellationToken);
                    if (booking is null)
                    {
                        return AnswerBookingOutcome.NotOpen;
                    }

                    if (booking.IsAnswered)
                    {
                        return AnswerBookingOutcome.Answered;
                    }

                    booking.Answer(said);
                    contact.NoteBookingAnswered(now);
                    return AnswerBookingOutcome.Done;
                },
                cancellationToken);

    private Task<Contact?> InHandAsync(ContactId id, AdviserId? adviserId, CancellationToken cancellationToken) =>
        db.Contacts.SingleOrDefaultAsync(
            c => c.Id == id && adviserId != null && c.AdviserId == adviserId && (c.Status == ContactStatus.InProgress || c.Status == ContactStatus.WrapUp), cancellationToken);
}

/// <summary>Which bookings belong to a contact.</summary>
internal static class BookingsOfContact
{
    /// <summary>Those that stand and were booked on the contact, or for the number it came from.</summary>
    public static IQueryable<Booking> OpenFor(this IQueryable<Booking> bookings, Contact contact, DateTime now) =>
        bookings.Where(b => b.State == BookingState.Booked && b.StartsAt > now
            && (b.BookedOn == contact.Id || (contact.EnquirerKey != null && b.NumberKey == contact.EnquirerKey)));
}
