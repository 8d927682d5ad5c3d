using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Bookings;

/// <summary>A call that a parent has booked in a slot. When its time comes it is a contact in the queue. Moments are UTC.</summary>
public sealed class Booking : Entity
{
    /// <summary>Longest answer to a question before the call, in characters.</summary>
    public const int AnswerLength = 2_000;

    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    private readonly List<BookedCell> cells = [];

    private Booking()
    {
    }

    /// <summary>Names the booking.</summary>
    public BookingId Id { get; private init; }

    /// <summary>What the parent calls it; of the same form as an enquiry's.</summary>
    public string Reference { get; private init; } = "";

    /// <summary>Hash of the secret in the link to it.</summary>
    public string SecretHash { get; private init; } = "";

    /// <summary>Hash of the token of the form it came by; the same form twice makes one booking.</summary>
    public string FormTokenHash { get; private init; } = "";

    /// <summary>Where it stands.</summary>
    public BookingState State { get; private set; }

    /// <summary>When we ring.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>The end of the time set aside.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>The topic, by its id in the taxonomy.</summary>
    public string? TopicId { get; private init; }

    /// <summary>The topic's group; also the skill that is needed.</summary>
    public string? TopicGroupId { get; private init; }

    /// <summary>The authority where the child lives (GSS code).</summary>
    public string? AuthorityCode { get; private init; }

    /// <summary>Its region (GSS code).</summary>
    public string? RegionCode { get; private init; }

    /// <summary>The number to ring, in E.164; empty once called off; encrypted.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The keyed hash of the number.</summary>
    public string? NumberKey { get; private init; }

    /// <summary>Whether to ring through Relay UK (18002).</summary>
    public bool ThroughRelay { get; private init; }

    /// <summary>The parent's name, if given; encrypted.</summary>
    public string? Name { get; private set; }

    /// <summary>Where mails about it go, if anywhere; encrypted.</summary>
    public string? Email { get; private set; }

    /// <summary>Whether the parent wants texts about it.</summary>
    public bool WantsTexts { get; private init; }

    /// <summary>What has happened, in the parent's words; encrypted.</summary>
    public string? Happened { get; private set; }

    /// <summary>What the parent wants to know or to happen; encrypted.</summary>
    public string? Wanted { get; private set; }

    /// <summary>Dates the parent has to keep to; encrypted.</summary>
    public string? Dates { get; private set; }

    /// <summary>When it was booked.</summary>
    public DateTime BookedAt { get; private init; }

    /// <summary>The adviser who booked it with the parent; null when it was booked on the web.</summary>
    public AdviserId? BookedBy { get; private init; }

    /// <summary>The contact on which it was booked; null when it was booked on the web.</summary>
    public ContactId? BookedOn { get; private init; }

    /// <summary>When it was called off.</summary>
    public DateTime? CancelledAt { get; private set; }

    /// <summary>When the parent was told that we are late.</summary>
    public DateTime? LateToldAt { get; private set; }

    /// <summary>The contact it became.</summary>
    public ContactId? ContactId { get; private set; }

    /// <summary>The site's address as the parent had it, for links where no public address is configured; Development only.</summary>
    public string? Origin { get; private init; }

    /// <summary>Whether anything was said before the call.</summary>
    public bool IsAnswered => Happened is not null || Wanted is not null || Dates is not null;

    /// <summary>The half hours it takes up.</summary>
    public IReadOnlyList<BookedCell> Cells => cells;

    internal static Booking Make(BookCall with, string reference, string secretHash, string tokenHash, string? numberKey, DateTime now) => new()
    {
        Id = BookingId.New(),
        Reference = reference,
        SecretHash = secretHash,
        FormTokenHash = tokenHash,
        TopicId = with.TopicId,
        TopicGroupId = with.TopicGroupId,
        AuthorityCode = with.AuthorityCode,
        RegionCode = with.RegionCode,
        Number = with.Number,
        NumberKey = numberKey,
        ThroughRelay = with.ThroughRelay,
        Name = with.Name,
        Email = with.Email,
        WantsTexts = with.WantsTexts,
        Happened = with.Happened,
        Wanted = with.Wanted,
        Dates = with.Dates,
        BookedAt = now,
        BookedBy = with.BookedBy,
        BookedOn = with.BookedOn,
        Origin = with.Origin,
    };

    /// <summary>Takes up the half hours of a slot, in place of those it had.</summary>
    internal void Place(IReadOnlyList<BookedCell> taken, TimeSpan length)
    {
        Require("booking.not-open");
        cells.Clear();
        cells.AddRange(taken);
        StartsAt = taken[0].CellAt;
        EndsAt = StartsAt + length;
    }

    /// <summary>Keeps what the parent told an adviser before the call. What the parent said before is never written over.</summary>
    internal void Answer(BookingAnswers said)
    {
        Require("booking.not-open");
        if (IsAnswered)
        {
            throw new RuleBrokenException("booking.answered-already");
        }

        (Happened, Wanted, Dates) = (said.Happened, said.Wanted, said.Dates);
    }

    /// <summary>Called off: the time is free, and what was said is gone.</summary>
    internal void Cancel(DateTime now)
    {
        Require("booking.not-open");
        State = BookingState.Cancelled;
        CancelledAt = now;
        cells.Clear();
        (Number, Name, Email, Happened, Wanted, Dates) = ("", null, null, null, null, null);
    }

    /// <summary>Its time has come, or the parent rang in: it is a contact from now on.</summary>
    internal void BecomeContact(ContactId contactId)
    {
        Require("booking.not-open");
        State = BookingState.Due;
        ContactId = contactId;
    }

    /// <summary>The parent rang in while it waited: the new call has it.</summary>
    internal void PassTo(ContactId contactId)
    {
        if (State != BookingState.Due)
        {
            throw new RuleBrokenException("booking.not-due");
        }

        ContactId = contactId;
    }

    /// <summary>Notes that the parent was told that we are late; false when they were.</summary>
    internal bool TellLate(DateTime now)
    {
        if (LateToldAt is not null)
        {
            return false;
        }

        LateToldAt = now;
        return true;
    }

    private void Require(string rule)
    {
        if (State != BookingState.Booked)
        {
            throw new RuleBrokenException(rule);
        }
    }
}
