namespace Helpline.Core.Common;

/// <summary>Something stored that changes: it carries a version that guards every write, and the events of the change under way.</summary>
public abstract class Entity
{
    private readonly List<DomainEvent> events = [];

    /// <summary>Counts the writes. A write that finds another number in the database has lost a race (docs/adr/0007).</summary>
    public long Version { get; internal set; }

    /// <summary>What has happened to it since it was loaded.</summary>
    internal IReadOnlyList<DomainEvent> Events => events;

    /// <summary>Records that something happened.</summary>
    protected void Raise(DomainEvent domainEvent) => events.Add(domainEvent);

    /// <summary>Forgets the events once they are committed.</summary>
    internal void ClearEvents() => events.Clear();
}
