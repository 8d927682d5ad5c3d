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

/// <summary>A supervisor changed something about an adviser for the day.</summary>
public sealed record AdviserSupervised : DomainEvent
{
    /// <summary>Which adviser.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>The supervisor.</summary>
    public required ProcessContext By { get; init; }

    /// <summary>What was done: a code, such as <c>skill-lent:transport</c> or <c>set:Away</c>.</summary>
    public required string Act { get; init; }
}
