using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Outbox;

/// <summary>Something to be done once the change it was saved with is committed. Done at least once.</summary>
public sealed class OutboxMessage
{
    /// <summary>Longest kind, purpose or reason, in characters.</summary>
    public const int CodeLength = 50;

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

    /// <summary>How often it was tried and failed, the try under way counted.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The contact it is about, where a failure is to be told in its timeline.</summary>
    public ContactId? ContactId { get; internal init; }

    /// <summary>What it is for, by a code that tells two messages of one kind apart; null where the kind says it all.</summary>
    public string? Purpose { get; internal init; }

    /// <summary>When it was set aside for good, UTC; it is not tried again. Null while there is hope.</summary>
    public DateTime? SetAsideAt { get; internal set; }

    /// <summary>Why it was set aside, by a code with nothing personal in it.</summary>
    public string? SetAsideReason { get; internal set; }
}
