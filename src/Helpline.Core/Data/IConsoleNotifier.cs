using Helpline.Core.Common;

namespace Helpline.Core.Data;

/// <summary>Carries committed events to the consoles of every node.</summary>
public interface IConsoleNotifier
{
    /// <summary>Passes the events of one commit on, at most once and without waiting for anyone; must not throw.</summary>
    ValueTask NotifyAsync(IReadOnlyList<DomainEvent> events);
}
