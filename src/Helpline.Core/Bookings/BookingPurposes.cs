namespace Helpline.Core.Bookings;

/// <summary>What a mail or text about a booking tells, by codes that are kept with it.</summary>
public static class BookingPurposes
{
    /// <summary>It is booked.</summary>
    public const string Made = "booking-made";

    /// <summary>It has a new time.</summary>
    public const string Changed = "booking-changed";

    /// <summary>It is called off.</summary>
    public const string Cancelled = "booking-cancelled";

    /// <summary>It comes soon.</summary>
    public const string Reminder = "booking-reminder";

    /// <summary>We are late.</summary>
    public const string Late = "booking-late";

    /// <summary>We rang in vain.</summary>
    public const string NotReached = "booking-not-reached";
}
