using Helpline.Core.Contacts;

namespace Helpline.Web.Pages.Console.Hub;

/// <summary>A contact is presented to one adviser. Moments are UTC.</summary>
public sealed record OfferMadeNotice
{
    public required Guid OfferId { get; init; }
    public required Guid ContactId { get; init; }
    public required Guid AdviserId { get; init; }
    public required Channel Channel { get; init; }
    public string? Topic { get; init; }
    public string? Authority { get; init; }
    public required int WaitedSeconds { get; init; }
    public required DateTime ExpiresAt { get; init; }
}

/// <summary>An offer has ended.</summary>
public sealed record OfferEndedNotice
{
    public required Guid OfferId { get; init; }
    public required Guid AdviserId { get; init; }
    public required string Outcome { get; init; }
}

/// <summary>A contact was changed.</summary>
public sealed record ContactChangedNotice
{
    public required Guid ContactId { get; init; }
    public required long Version { get; init; }
    public Guid? AdviserId { get; init; }
}

/// <summary>The queue as a whole.</summary>
public sealed record QueueChangedNotice
{
    public required int Waiting { get; init; }
    public required int LongestWaitSeconds { get; init; }
    public required IReadOnlyDictionary<string, int> ByChannel { get; init; }
}

/// <summary>An adviser's presence or activity changed.</summary>
public sealed record PresenceChangedNotice
{
    public required Guid AdviserId { get; init; }
    public required string Presence { get; init; }
    public required string Activity { get; init; }
}

/// <summary>What crosses the bus to every node: the notices of one or more commits. Listed in docs/events.md.</summary>
public sealed record ConsoleNotices
{
    public IReadOnlyList<OfferMadeNotice> OffersMade { get; init; } = [];
    public IReadOnlyList<OfferEndedNotice> OffersEnded { get; init; } = [];
    public IReadOnlyList<ContactChangedNotice> ContactsChanged { get; init; } = [];
    public IReadOnlyList<PresenceChangedNotice> PresenceChanged { get; init; } = [];

    /// <summary>Whether contacts came to or left the queue.</summary>
    public bool QueueMoved { get; init; }

    /// <summary>Whether an adviser wishes a supervisor would come, or a wish may have been met.</summary>
    public bool HelpMoved { get; init; }

    /// <summary>Whether a topic group was sent elsewhere, or that was switched off.</summary>
    public bool ReroutesMoved { get; init; }

    /// <summary>Whether a surge was switched on, changed or switched off; no content.</summary>
    public bool SurgeMoved { get; init; }

    /// <summary>Whether every node has to look for newly published content.</summary>
    public bool ContentMoved { get; init; }
}
