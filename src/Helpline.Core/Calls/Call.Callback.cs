using Helpline.Core.Bookings;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;

namespace Helpline.Core.Calls;

/// <summary>
/// A call whose caller keeps their place and is rung. It goes on as the same call: only the provider's name for the caller's leg changes,
/// so that what comes late about the first leg finds nothing.
/// </summary>
public sealed partial class Call
{
    /// <summary>Whether the caller is to be rung once the adviser is in the room.</summary>
    public bool RingsCaller { get; private set; }

    /// <summary>Whether the caller has no leg we know of: they have hung up, or the leg that rings them has no name yet.</summary>
    public bool IsWithoutLine { get; private set; }

    /// <summary>Since when the caller is being rung; saved before the provider is asked, as it must not be asked twice.</summary>
    public DateTime? RungAt { get; private set; }

    /// <summary>A call that was booked, whose time has come. Its name follows from the booking, so that it is made once.</summary>
    internal static Call StartBooked(ContactId contactId, BookingId bookingId, DateTime now)
    {
        var call = Start(contactId, $"booked-{bookingId.Value:n}", now);
        call.State = CallState.PlaceKept;
        call.RingsCaller = true;
        call.IsWithoutLine = true;
        return call;
    }

    /// <summary>Queue to arranging a callback. False when the call has moved on, for instance to an adviser.</summary>
    public bool ArrangeCallback(DateTime now) => Move(CallState.Arranging, now, CallState.Queued);

    /// <summary>Back to the queue. False when the call has moved on.</summary>
    public bool StayQueued(DateTime now) => Move(CallState.Queued, now, CallState.Arranging);

    /// <summary>The caller may hang up. False when the call has moved on.</summary>
    public bool KeepPlace(DateTime now)
    {
        if (!Move(CallState.PlaceKept, now, CallState.Arranging))
        {
            return false;
        }

        RingsCaller = true;
        IsWithoutLine = true;
        return true;
    }

    /// <summary>The caller is about to be rung. True once for each offer; false when the call has moved on.</summary>
    public bool RingOut(OfferId offerId, DateTime now)
    {
        if (!RingsCaller || OfferId != offerId || State != CallState.Bridging || RungAt is not null)
        {
            return false;
        }

        RungAt = now;
        ProviderCallId = $"ring-{offerId.Value:n}";
        return true;
    }

    /// <summary>Learns the name of the leg that rings the caller. False when it belongs to nothing any more.</summary>
    public bool AdoptLine(OfferId offerId, string providerCallId)
    {
        if (OfferId != offerId || RungAt is null)
        {
            return false;
        }

        if (IsWithoutLine)
        {
            ProviderCallId = providerCallId;
            IsWithoutLine = false;
        }

        return ProviderCallId == providerCallId;
    }

    /// <summary>The caller did not answer: their place is kept. False when nobody is being rung.</summary>
    public bool MissCaller(DateTime now)
    {
        if (!RingsCaller || !Move(CallState.PlaceKept, now, CallState.Connecting, CallState.Bridging))
        {
            return false;
        }

        ForgetAdviser();
        return true;
    }
}
