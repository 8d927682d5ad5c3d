namespace Helpline.Core.Bookings;

/// <summary>Where a booked call stands.</summary>
public enum BookingState
{
    /// <summary>Its time has not come.</summary>
    Booked,

    /// <summary>It is a contact: its time came, or the parent rang in and took it up. What became of it, the contact says.</summary>
    Due,

    /// <summary>Called off before its time.</summary>
    Cancelled,
}
