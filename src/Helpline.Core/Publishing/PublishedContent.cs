namespace Helpline.Core.Publishing;

/// <summary>What every node needs to know of the editors' work, read in one go.</summary>
public sealed record PublishedContent
{
    /// <summary>Nothing was edited, marked or recorded.</summary>
    public static PublishedContent None { get; } = new() { Head = -1 };

    /// <summary>The head's number when this was read; -1 when nothing was ever changed.</summary>
    public required long Head { get; init; }

    /// <summary>The texts served in place of shipped files.</summary>
    public IReadOnlyList<ServedText> Texts { get; init; } = [];

    /// <summary>The files that are wrong.</summary>
    public IReadOnlyList<OpenMark> Marks { get; init; } = [];

    /// <summary>The changes of provisions that stand.</summary>
    public IReadOnlyList<RecordedChange> Changes { get; init; } = [];
}

/// <summary>A text that is served in place of a shipped file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Number">The version's number.</param>
/// <param name="Text">The whole text.</param>
/// <param name="BegunAt">When the version was begun, UTC: what was recorded before, its writer knew.</param>
/// <param name="ShippedHash">The hash of the shipped file its writer knew.</param>
public sealed record ServedText(string Path, int Number, string Text, DateTime BegunAt, string? ShippedHash);

/// <summary>A file that is wrong.</summary>
/// <param name="Path">The file.</param>
/// <param name="Hash">The version that was served when it was marked.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="MarkedAt">Since when, UTC.</param>
public sealed record OpenMark(string Path, string Hash, string Reason, DateTime MarkedAt);

/// <summary>A change of a provision.</summary>
/// <param name="Id">Names the entry.</param>
/// <param name="ProvisionId">The provision.</param>
/// <param name="ChangedOn">The day from which it is law.</param>
/// <param name="What">What changed.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
public sealed record RecordedChange(Guid Id, string ProvisionId, DateOnly ChangedOn, string What, DateTime RecordedAt);
