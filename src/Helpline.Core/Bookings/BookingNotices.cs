using System.Globalization;
using System.Text.Json;
using Helpline.Core.Adjustments;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Hours;
using Helpline.Core.Mail;
using Helpline.Core.Outbox;
using Helpline.Core.Texts;

namespace Helpline.Core.Bookings;

/// <summary>The mails and texts of a booking: when we ring, and the link to change it. Never what it is about, nor whom.</summary>
internal static class BookingNotices
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Confirms a booking, and sets its reminders.</summary>
    public static void Made(HelplineDbContext db, Booking booking, string secret, DateTime now) =>
        Tell(db, booking, secret, BookingPurposes.Made, "Your call is booked", "Your call with an adviser is booked", now);

    /// <summary>Confirms the new time, and sets reminders of it; those of the old time find that it has changed.</summary>
    public static void Changed(HelplineDbContext db, Booking booking, string secret, DateTime now) =>
        Tell(db, booking, secret, BookingPurposes.Changed, "Your call has a new time", "Your call with an adviser has a new time", now);

    /// <summary>Confirms that it is called off. Call before what is known of the parent is gone.</summary>
    public static void Cancelled(HelplineDbContext db, Booking booking, DateTime now)
    {
        if (booking.Email is { } to)
        {
            Mail(db, booking, to, BookingPurposes.Cancelled, "Your call is cancelled", [$"Your call on {When(booking.StartsAt)} is cancelled. We will not ring you.", Reference(booking)], "Book another call", "/book", now);
        }

        Text(db, booking, BookingPurposes.Cancelled, $"{TextWords.From}your call on {When(booking.StartsAt)} is cancelled. We will not ring you.", null, now);
    }

    /// <summary>Reminds of it.</summary>
    public static void Remind(HelplineDbContext db, Booking booking, string secret, DateTime now)
    {
        var path = PathOf(secret);
        if (booking.Email is { } to)
        {
            Mail(db, booking, to, BookingPurposes.Reminder, "We will ring you soon", [$"We will ring you on {When(booking.StartsAt)}.", Reference(booking)], "Change or cancel your call", path, now);
        }

        Text(db, booking, BookingPurposes.Reminder, $"{TextWords.From}we will ring you on {When(booking.StartsAt)}. To change or cancel: {TextNote.Link}", path, now);
    }

    /// <summary>Tells that we are late.</summary>
    public static Task LateAsync(HelplineDbContext db, Booking booking, DateTime now, CancellationToken cancellationToken) => UnaskedAsync(
        db, booking, BookingPurposes.Late, $"{TextWords.From}sorry, we are running late with your call booked for {Clock(booking.StartsAt)}. We will ring as soon as an adviser is free. You need do nothing.", now, cancellationToken);

    /// <summary>Tells that we rang in vain.</summary>
    public static Task NotReachedAsync(HelplineDbContext db, Booking booking, DateTime now, CancellationToken cancellationToken) => UnaskedAsync(
        db, booking, BookingPurposes.NotReached, $"{TextWords.From}we rang you for your booked call and could not reach you. Please ring us, or book another call.", now, cancellationToken);

    // To whoever wants texts of their booking, and to every other number that takes texts where such messages are welcome.
    private static async Task UnaskedAsync(HelplineDbContext db, Booking booking, string purpose, string words, DateTime now, CancellationToken cancellationToken)
    {
        if (booking.WantsTexts || !await UnaskedMessages.AreUnwelcomeAsync(db, [booking.NumberKey], cancellationToken))
        {
            AnyText(db, booking, purpose, words, null, now);
        }
    }

    private static void Tell(HelplineDbContext db, Booking booking, string secret, string purpose, string subject, string said, DateTime now)
    {
        var path = PathOf(secret);
        if (booking.Email is { } to)
        {
            Mail(
                db, booking, to, purpose, $"{subject} ({booking.Reference})",
                [$"{said}. We will ring you on {When(booking.StartsAt)}.", "When you answer, press 1 to be joined to the adviser.", Reference(booking)], "Change or cancel your call", path, now);
        }

        Text(db, booking, purpose, $"{TextWords.From}we will ring you on {When(booking.StartsAt)}. Reference {booking.Reference}. To change or cancel: {TextNote.Link}", path, now);
        foreach (var due in new[] { booking.StartsAt.AddDays(-1), booking.StartsAt.AddHours(-1) }.Where(due => due > now + TimeSpan.FromMinutes(30)))
        {
            db.Outbox.Add(new OutboxMessage
            {
                Kind = BookingReminder.Kind,
                Payload = JsonSerializer.Serialize(new BookingReminder(booking.Id.Value, booking.StartsAt, secret)),
                CreatedAt = now,
                DueAt = due,
                Purpose = BookingPurposes.Reminder,
            });
        }
    }

    private static void Mail(
        HelplineDbContext db, Booking booking, string to, string purpose, string subject, IReadOnlyList<string> before, string linkText, string path, DateTime now) =>
        db.Outbox.Add(new MailNote
        {
            To = to,
            Subject = subject,
            Before = before,
            LinkText = linkText,
            LinkPath = path,
            After =
            [
                "Keep this email to yourself: anyone who has the link can change your call.",
                "Please do not reply to this email. Nobody reads what arrives at this address.",
                "If someone is in danger now, call 999.",
            ],
            Origin = booking.Origin,
        }.ToOutbox(now, booking.ContactId, purpose));

    private static void Text(HelplineDbContext db, Booking booking, string purpose, string words, string? path, DateTime now)
    {
        if (booking.WantsTexts)
        {
            AnyText(db, booking, purpose, words, path, now);
        }
    }

    private static void AnyText(HelplineDbContext db, Booking booking, string purpose, string words, string? path, DateTime now)
    {
        if (UkMobile.Is(booking.Number))
        {
            new NewText
            {
                To = booking.Number,
                NumberKey = booking.NumberKey,
                ContactId = booking.ContactId,
                Purpose = purpose,
                Words = words,
                LinkPath = path,
                Origin = booking.Origin,
            }.AddTo(db, now);
        }
    }

    private static string PathOf(string secret) => "/bookings/" + secret;

    private static string Reference(Booking booking) => $"Your reference is {booking.Reference}.";

    private static string When(DateTime at) => $"{at.ToLondon().ToString("dddd d MMMM", English)} at {Clock(at)}";

    private static string Clock(DateTime at) => HoursText.WrittenTime(TimeOnly.FromDateTime(at.ToLondon()));
}

/// <summary>What the outbox keeps of a reminder until it is due.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="StartsAt">The time it reminds of, UTC: a booking that was moved since has reminders of its own.</param>
/// <param name="Secret">What the link proves itself with.</param>
internal sealed record BookingReminder(Guid BookingId, DateTime StartsAt, string Secret)
{
    public const string Kind = "booking-reminder";
}
