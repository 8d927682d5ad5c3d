namespace Helpline.Core.Common;

/// <summary>A fact inside one commit. It holds ids, codes and times, never anything personal. Listed in docs/events.md.</summary>
public abstract record DomainEvent
{
    /// <summary>When it happened, UTC.</summary>
    public required DateTime At { get; init; }
}
