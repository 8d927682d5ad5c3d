namespace Helpline.Core.Recall;

/// <summary>An entry as whoever works on it has it now.</summary>
public sealed record ChangeRecallEntry
{
    /// <summary>The list.</summary>
    public required RecallId RecallId { get; init; }

    /// <summary>The entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>The number the page was shown with.</summary>
    public required long Version { get; init; }

    /// <summary>How far it is.</summary>
    public required RecallState State { get; init; }

    /// <summary>The account that sees to it; null for nobody.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>What was said or tried.</summary>
    public string? Note { get; init; }
}
