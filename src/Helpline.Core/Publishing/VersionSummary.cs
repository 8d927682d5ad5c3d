namespace Helpline.Core.Publishing;

/// <summary>A version without its text, for lists.</summary>
public sealed record VersionSummary
{
    /// <summary>Names the version.</summary>
    public required ContentVersionId Id { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Counts the versions of the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How it stands.</summary>
    public required VersionStatus Status { get; init; }

    /// <summary>The number to change it on.</summary>
    public required long Version { get; init; }

    /// <summary>The text's hash as citations name it.</summary>
    public required string Hash { get; init; }

    /// <summary>What changed and why.</summary>
    public string? Note { get; init; }

    /// <summary>Who began it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who saved it last.</summary>
    public required Guid EditorId { get; init; }

    /// <summary>The second person.</summary>
    public Guid? ReviewerId { get; init; }

    /// <summary>What the second person said when it went back.</summary>
    public string? ReviewComment { get; init; }

    /// <summary>The hash of the text it was begun on.</summary>
    public string? BaseHash { get; init; }

    /// <summary>The hash of the shipped file its writer knew.</summary>
    public string? ShippedHash { get; init; }

    /// <summary>When its text was last saved, UTC.</summary>
    public required DateTime SavedAt { get; init; }

    /// <summary>When it is to be published, UTC.</summary>
    public DateTime? PublishAt { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>The version it was rolled back to.</summary>
    public int? RestoredFrom { get; init; }

    /// <summary>Whether it is on its way to being published.</summary>
    public bool IsOpen => Status is VersionStatus.Draft or VersionStatus.Submitted or VersionStatus.Approved or VersionStatus.Scheduled;
}
