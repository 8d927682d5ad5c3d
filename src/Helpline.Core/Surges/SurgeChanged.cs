using Helpline.Core.Common;

namespace Helpline.Core.Surges;

/// <summary>A surge was switched on, changed or switched off.</summary>
public sealed record SurgeChanged : DomainEvent
{
    /// <summary>Which surge.</summary>
    public required SurgeId SurgeId { get; init; }
}
