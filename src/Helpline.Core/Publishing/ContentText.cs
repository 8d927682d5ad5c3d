namespace Helpline.Core.Publishing;

/// <summary>The text of a content file as the knowledge base gives it.</summary>
public sealed record ContentText
{
    /// <summary>The file, by its path in the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The whole text.</summary>
    public required string Text { get; init; }

    /// <summary>The text's hash as citations name it.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash of the shipped file of that path now; null when nothing is shipped.</summary>
    public string? ShippedHash { get; init; }
}
