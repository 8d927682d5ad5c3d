using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>A call that was booked: from its time on a callback like any other, with a place ahead of those who rang since.</summary>
public sealed partial class Contact
{
    /// <summary>The booked time, UTC; null when nothing was booked. Routing gives it a place ahead of its time.</summary>
    public DateTime? BookedFor { get; private set; }

    /// <summary>Whether the enquirer is rung through Relay UK (18002).</summary>
    public bool ThroughRelay { get; private set; }

    /// <summary>The time of a booking has come. It is in the queue at once, with nobody on the line.</summary>
    /// <param name="booking">The booking.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="first">The adviser to ask first; null for none.</param>
    /// <param name="until">Until when only that one is asked, UTC.</param>
    internal static Contact ArriveByBooking(Booking booking, DateTime now, AdviserId? first, DateTime until)
    {
        var contact = new Contact
        {
            Id = ContactId.New(),
            Channel = Channel.Callback,
            IsLive = true,
            ArrivedAt = now,
            JoinedAt = booking.StartsAt,
            CallbackNumber = booking.Number,
            CallbackDueAt = booking.StartsAt,
            BookedFor = booking.StartsAt,
            ThroughRelay = booking.ThroughRelay,
            PreferredAdviserId = first,
            PreferredUntil = first is null ? null : until,
            TopicId = booking.TopicId,
            TopicGroupId = booking.TopicGroupId,
            AuthorityCode = booking.AuthorityCode,
            RegionCode = booking.RegionCode,
        };
        contact.Identify(booking.Name, booking.Number, booking.Email, booking.NumberKey);
        contact.Raise(new ContactArrived { At = now, ContactId = contact.Id, By = ProcessContext.Enquirer, Code = "booked" });
        contact.Raise(new ContactJoinedQueue { At = now, ContactId = contact.Id, By = ProcessContext.System, Code = "booked" });
        return contact;
    }

    /// <summary>Notes that its adviser booked a call for the enquirer.</summary>
    internal void NoteBooked(DateTime now) => Raise(new CallBooked { At = now, ContactId = Id, By = ByAdviser() });

    /// <summary>Notes that the questions before a booked call were answered with its adviser.</summary>
    internal void NoteBookingAnswered(DateTime now) => Raise(new ContactRecorded { At = now, ContactId = Id, By = ByAdviser(), Code = "booking-answered" });

    /// <summary>The caller on the line takes up the call they booked: what they said for it is known, and so is its place.</summary>
    internal void TakeBooking(Booking booking, DateTime now)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        if (JoinedAt is not null)
        {
            throw new RuleBrokenException("contact.joined-already");
        }

        JoinedAt = booking.StartsAt < now ? booking.StartsAt : now;
        BookedFor = booking.StartsAt;
        EnquirerName ??= booking.Name;
        TopicId ??= booking.TopicId;
        TopicGroupId ??= booking.TopicGroupId;
        AuthorityCode ??= booking.AuthorityCode;
        RegionCode ??= booking.RegionCode;
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.Enquirer, Code = "booked-rang-in" });
    }
}
