using System.Net.Mail;
using Helpline.Core.Bookings;
using Helpline.Core.Callbacks;
using Helpline.Web.Pages.Public.Ask;

namespace Helpline.Web.Pages.Public.Book;

/// <summary>What is typed to book a call, read and refused in one way, on the web and with an adviser.</summary>
public static class BookFields
{
    /// <summary>What is asked before the call, in the words of the forms.</summary>
    public const string HappenedLabel = "What has happened?";

    /// <inheritdoc cref="HappenedLabel"/>
    public const string WantedLabel = "What do you want to know, or to happen?";

    /// <inheritdoc cref="HappenedLabel"/>
    public const string DatesLabel = "Is there a date you have to keep to?";

    /// <inheritdoc cref="HappenedLabel"/>
    public const string DatesHint = "For example the date on a letter, or of a meeting or hearing.";

    /// <summary>No time was chosen.</summary>
    public const string NoTime = "Choose a time";

    /// <summary>The chosen time was free when it was shown.</summary>
    public const string TimeGone = "That time is no longer free. Choose another";

    /// <summary>Longest address for mail, in characters.</summary>
    public const int EmailLength = 254;

    /// <summary>Whom we reach and how, as it is kept: the number in E.164. With what is wrong, by the names of the fields.</summary>
    public static (BookReach Reach, IReadOnlyList<(string Field, string Message)> Wrong) Reach(string? typedNumber, string? typedName, string? typedEmail)
    {
        var (name, email) = (Typed.Clean(typedName)?.Replace('\n', ' '), Typed.Clean(typedEmail));
        List<(string, string)> wrong = [];
        if (Refusal(UkNumber.Read(typedNumber, out var number), typedNumber) is { } why)
        {
            wrong.Add((nameof(BookReach.Number), why));
        }

        if (name?.Length > Booking.NameLength)
        {
            wrong.Add((nameof(BookReach.Name), "Your name must be 100 characters or fewer"));
        }

        if (email is not null && (email.Length > EmailLength || !IsAddress(email)))
        {
            wrong.Add((nameof(BookReach.Email), "Enter an email address in the right form, like name@example.com, or leave it empty"));
        }

        return (new(number, name, email), wrong);
    }

    /// <summary>The answers to the questions before the call, as they are kept. With what is wrong, by the names of the fields.</summary>
    public static (BookAnswers Answers, IReadOnlyList<(string Field, string Message)> Wrong) Answers(string? happened, string? wanted, string? dates)
    {
        var said = new BookAnswers(Typed.Clean(happened), Typed.Clean(wanted), Typed.Clean(dates));
        return (said, [.. new[] { (nameof(said.Happened), said.Happened), (nameof(said.Wanted), said.Wanted), (nameof(said.Dates), said.Dates) }
            .Where(f => f.Item2?.Length > Booking.AnswerLength)
            .Select(f => (f.Item1, FormattableString.Invariant($"This must be {Booking.AnswerLength:N0} characters or fewer. It has {f.Item2!.Length:N0}")))]);
    }

    /// <summary>Why a call was not booked; null when it was.</summary>
    public static string? Refusal(BookingOutcome outcome) => outcome switch
    {
        BookingOutcome.Done => null,
        BookingOutcome.TooMany => "This number has as many calls booked as it can have. Change or cancel one of them first",
        BookingOutcome.SlotGone => "That time was taken a moment ago. Nothing is booked yet: change the time and try again",
        BookingOutcome.NotYours or BookingOutcome.NotOpen => "This contact is not in your hands any more",
    };

    private static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith('.') && !text.Any(char.IsWhiteSpace);

    private static string? Refusal(UkNumberOutcome outcome, string? typed) => outcome switch
    {
        UkNumberOutcome.Ringable => null,
        UkNumberOutcome.NotWhole => string.IsNullOrWhiteSpace(typed) ? "Enter the number to ring" : "Enter a whole UK number, like 07700 900 123",
        UkNumberOutcome.Premium => "We cannot ring that kind of number. Enter a landline or mobile number",
        UkNumberOutcome.Abroad => "We can ring UK numbers only",
    };
}

/// <summary>Whom we ring and how we reach them.</summary>
/// <param name="Number">In E.164; empty when it cannot be rung.</param>
/// <param name="Name">The name, if given.</param>
/// <param name="Email">The address for mail, if given.</param>
public sealed record BookReach(string Number, string? Name, string? Email);

/// <summary>What is said before the call.</summary>
/// <param name="Happened">What has happened.</param>
/// <param name="Wanted">What the parent wants.</param>
/// <param name="Dates">Dates to keep to.</param>
public sealed record BookAnswers(string? Happened, string? Wanted, string? Dates);
