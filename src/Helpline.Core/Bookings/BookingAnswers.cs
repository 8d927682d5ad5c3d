using Helpline.Core.Advisers;
using Helpline.Core.Contacts;

namespace Helpline.Core.Bookings;

/// <summary>What a parent tells an adviser before a call that is booked already. Texts must have been checked for their length.</summary>
public sealed record BookingAnswers
{
    /// <summary>The booking.</summary>
    public required BookingId BookingId { get; init; }

    /// <summary>The contact on which it is told.</summary>
    public required ContactId ContactId { get; init; }

    /// <summary>The adviser who has the contact.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>What has happened.</summary>
    public string? Happened { get; init; }

    /// <summary>What the parent wants.</summary>
    public string? Wanted { get; init; }

    /// <summary>Dates to keep to.</summary>
    public string? Dates { get; init; }
}

/// <summary>What came of answering the questions before a call.</summary>
public enum AnswerBookingOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>Nothing was said.</summary>
    Empty,

    /// <summary>The adviser does not have the contact, or it is closed.</summary>
    NotYours,

    /// <summary>The enquirer of the contact has no such booking, or its time has come, or it was called off.</summary>
    NotOpen,

    /// <summary>The questions were answered before.</summary>
    Answered,
}
