using Helpline.Core.Common;

namespace Helpline.Core.Advisers;

/// <summary>An adviser's presence or activity changed.</summary>
public sealed record PresenceChanged : DomainEvent
{
    /// <summary>Which adviser.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>The presence now.</summary>
    public required Presence Presence { get; init; }

    /// <summary>The activity now.</summary>
    public required Activity Activity { get; init; }
}
