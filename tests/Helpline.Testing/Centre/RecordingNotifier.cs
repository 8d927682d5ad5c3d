using System.Collections.Concurrent;
using Helpline.Core.Common;
using Helpline.Core.Data;

namespace Helpline.Testing.Centre;

/// <summary>Keeps what would have gone to the consoles.</summary>
public sealed class RecordingNotifier : IConsoleNotifier
{
    /// <summary>Committed events, in order.</summary>
    public ConcurrentQueue<DomainEvent> Events { get; } = new();

    public ValueTask NotifyAsync(IReadOnlyList<DomainEvent> events)
    {
        foreach (var e in events)
        {
            Events.Enqueue(e);
        }

        return ValueTask.CompletedTask;
    }
}
