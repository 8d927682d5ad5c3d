using Helpline.Core.Common;

namespace Helpline.Core.Routing;

/// <summary>A topic group was sent to another skill, or that was switched off.</summary>
public sealed record RerouteChanged : DomainEvent
{
    /// <summary>Which reroute.</summary>
    public required RerouteId RerouteId { get; init; }

    /// <summary>Who did it.</summary>
    public required ProcessContext By { get; init; }

    /// <summary>Whether it was switched on.</summary>
    public required bool IsOn { get; init; }
}
