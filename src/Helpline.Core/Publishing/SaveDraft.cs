namespace Helpline.Core.Publishing;

/// <summary>A draft as the editor has it now.</summary>
public sealed record SaveDraft
{
    /// <summary>Which version.</summary>
    public required ContentVersionId VersionId { get; init; }

    /// <summary>The number the page was shown with.</summary>
    public required long Version { get; init; }

    /// <summary>The whole text.</summary>
    public required string Text { get; init; }

    /// <summary>Its hash as citations name it.</summary>
    public required string Hash { get; init; }

    /// <summary>What changed and why.</summary>
    public string? Note { get; init; }
}
