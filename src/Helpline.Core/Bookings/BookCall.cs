using Helpline.Core.Advisers;
using Helpline.Core.Contacts;

namespace Helpline.Core.Bookings;

/// <summary>A call to be booked. Texts must have been checked for their length.</summary>
public sealed record BookCall
{
    /// <summary>The form's own random token: the same one twice makes one booking.</summary>
    public required string FormToken { get; init; }

    /// <summary>When we are to ring, UTC: the beginning of a free slot.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>The number to ring, in E.164 as <see cref="Callbacks.UkNumber"/> reads it.</summary>
    public required string Number { get; init; }

    /// <summary>Whether to ring through Relay UK.</summary>
    public bool ThroughRelay { get; init; }

    /// <summary>The topic, by its id in the taxonomy.</summary>
    public string? TopicId { get; init; }

    /// <summary>The topic's group.</summary>
    public string? TopicGroupId { get; init; }

    /// <summary>The authority where the child lives (GSS code).</summary>
    public string? AuthorityCode { get; init; }

    /// <summary>Its region (GSS code).</summary>
    public string? RegionCode { get; init; }

    /// <summary>A name, if given.</summary>
    public string? Name { get; init; }

    /// <summary>An address for confirmation and reminder, if given.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the parent wants texts about it.</summary>
    public bool WantsTexts { get; init; }

    /// <summary>What has happened.</summary>
    public string? Happened { get; init; }

    /// <summary>What the parent wants.</summary>
    public string? Wanted { get; init; }

    /// <summary>Dates to keep to.</summary>
    public string? Dates { get; init; }

    /// <summary>The adviser who books it with the parent; null on the web.</summary>
    public AdviserId? BookedBy { get; init; }

    /// <summary>The contact on which it is booked, which <see cref="BookedBy"/> has; null on the web.</summary>
    public ContactId? BookedOn { get; init; }

    /// <summary>The site's address as the parent has it, for links in Development; null elsewhere.</summary>
    public string? Origin { get; init; }
}

/// <summary>What came of booking, moving or calling off a call.</summary>
public enum BookingOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The slot was taken meanwhile, or is not on offer.</summary>
    SlotGone,

    /// <summary>The number has as many calls booked as it may have.</summary>
    TooMany,

    /// <summary>There is no such booking, or its time has come, or it was called off.</summary>
    NotOpen,

    /// <summary>The adviser does not have the contact on which it was to be booked, or it is closed.</summary>
    NotYours,
}

/// <summary>What came of booking.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reference">What the parent calls the booking; null when there is none.</param>
/// <param name="Secret">What the link to it proves itself with.</param>
/// <param name="StartsAt">When we ring, UTC.</param>
public sealed record BookedCall(BookingOutcome Outcome, string? Reference = null, string? Secret = null, DateTime StartsAt = default);
