using System.Buffers.Text;
using System.Security.Cryptography;
using Helpline.Core.Bookings;

namespace Helpline.Web.Pages.Console;

/// <summary>The panel "Book a call" as it stands: what was typed, what is wrong with it, and what is booked already.</summary>
public sealed record BookPanel
{
    /// <summary>The same form sent twice makes one booking.</summary>
    public string FormToken { get; init; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));

    /// <summary>What was typed.</summary>
    public BookForm Form { get; init; } = new();

    /// <summary>The beginnings of the free slots, UTC; null before they were asked for.</summary>
    public IReadOnlyList<DateTime>? Slots { get; init; }

    /// <summary>The topic group the slots are for.</summary>
    public string? ShownFor { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyList<(string Field, string Message)> Wrong { get; init; } = [];

    /// <summary>The call that was just booked.</summary>
    public BookedCall? Booked { get; init; }

    /// <summary>How the parent hears of the call that was just booked, in words.</summary>
    public string ToldBy { get; init; } = "";

    /// <summary>The calls ahead that were booked on this contact or for its number.</summary>
    public IReadOnlyList<BookingAhead> Ahead { get; init; } = [];

    /// <summary>The booking whose questions were answered just now, or were not for what is wrong; null for none.</summary>
    public BookingId? Answering { get; init; }

    /// <summary>What was typed to the questions of that booking.</summary>
    public BookForm AnsweringForm { get; init; } = new();

    /// <summary>The message of a field of the form for a new call, or null.</summary>
    public string? ErrorOf(string field) => Answering is null ? Wrong.FirstOrDefault(w => w.Field == field).Message : null;

    /// <summary>The questions of the form for a new call.</summary>
    public BookQuestions NewQuestions => new("book", Form.Happened, Form.Wanted, Form.Dates, Answering is null ? Wrong : []);

    /// <summary>The questions of a call that is booked already.</summary>
    public BookQuestions QuestionsOf(BookingId id) =>
        Answering == id ? new($"answer-{id}", AnsweringForm.Happened, AnsweringForm.Wanted, AnsweringForm.Dates, Wrong) : new($"answer-{id}", null, null, null, []);
}

/// <summary>The questions before a call as a form has them.</summary>
/// <param name="Prefix">What the ids begin with.</param>
/// <param name="Happened">What was typed to the first.</param>
/// <param name="Wanted">What was typed to the second.</param>
/// <param name="Dates">What was typed to the third.</param>
/// <param name="Wrong">What is wrong, by field.</param>
public sealed record BookQuestions(string Prefix, string? Happened, string? Wanted, string? Dates, IReadOnlyList<(string Field, string Message)> Wrong);

/// <summary>The form of a booked call as the page sends it.</summary>
public sealed class BookForm
{
    public string? FormToken { get; set; }

    /// <summary>Whether the whole form was shown: before, what is known of the enquirer is filled in.</summary>
    public bool Begun { get; set; }

    public string? Topic { get; set; }
    public string? ShownFor { get; set; }
    public string? Slot { get; set; }
    public string? Number { get; set; }
    public bool Relay { get; set; }
    public bool Texts { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Happened { get; set; }
    public string? Wanted { get; set; }
    public string? Dates { get; set; }
}
