using Helpline.Core.Common;

namespace Helpline.Core.Outbox;

/// <summary>Something to be done once the change it was saved with is committed. Done at least once.</summary>
public sealed class OutboxMessage
{
    /// <summary>Names the message; receivers recognise repeats by it.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>Which handler does it.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>What the handler needs, as JSON; encrypted.</summary>
    public string Payload { get; internal init; } = "";

    /// <summary>When it was saved, UTC.</summary>
    public DateTime CreatedAt { get; internal init; }

    /// <summary>When it may be tried next, UTC.</summary>
    public DateTime DueAt { get; internal set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; internal set; }
}
