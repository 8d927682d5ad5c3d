using Helpline.Core.Common;

namespace Helpline.Core.Publishing;

/// <summary>
/// A version of a content file that was written in the product and lies on top of the shipped file (docs/adr/0010). Core keeps the
/// text whole and never reads it. Moments are UTC. A change that its status does not allow throws <see cref="RuleBrokenException"/>.
/// </summary>
public sealed partial class ContentVersion : Entity
{
    /// <summary>Longest path in the content folder, in characters.</summary>
    public const int PathLength = 200;

    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 200_000;

    /// <summary>Longest note, comment or reason, in characters.</summary>
    public const int NoteLength = 500;

    /// <summary>Longest hash, in characters.</summary>
    public const int HashLength = 64;

    private ContentVersion()
    {
    }

    /// <summary>Names the version.</summary>
    public ContentVersionId Id { get; private init; }

    /// <summary>The file it stands for, by its path in the content folder, such as <c>articles/exclusion.md</c>.</summary>
    public string Path { get; private init; } = "";

    /// <summary>Counts the versions of the file, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The whole text of the file.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The text's hash as citations name it.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>How it stands.</summary>
    public VersionStatus Status { get; private set; }

    /// <summary>What changed and why, for the second person.</summary>
    public string? Note { get; private set; }

    /// <summary>Who began it.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>Who saved it last.</summary>
    public Guid EditorId { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTime CreatedAt { get; private init; }

    /// <summary>When its text was last saved.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>The hash of the text it was begun on; null for a file that did not exist.</summary>
    public string? BaseHash { get; private set; }

    /// <summary>The hash of the shipped file its writer knew; null when nothing was shipped.</summary>
    public string? ShippedHash { get; private set; }

    /// <summary>The second person.</summary>
    public Guid? ReviewerId { get; private set; }

    /// <summary>What the second person said when it went back.</summary>
    public string? ReviewComment { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>When it is to be published.</summary>
    public DateTime? PublishAt { get; private set; }

    /// <summary>When it was published.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>When another followed it, or it was withdrawn.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The number of the version whose text this is, where it was rolled back to.</summary>
    public int? RestoredFrom { get; private init; }

    /// <summary>Whether it is on its way to being published.</summary>
    public bool IsOpen => Status switch
    {
        VersionStatus.Draft or VersionStatus.Submitted or VersionStatus.Approved or VersionStatus.Scheduled => true,
        VersionStatus.Published or VersionStatus.Superseded or VersionStatus.Withdrawn => false,
    };

    internal static ContentVersion Begin(ContentText content, int number, string? baseHash, Guid author, DateTime now) => new()
    {
        Id = ContentVersionId.New(),
        Path = content.Path,
        Number = number,
        Text = content.Text,
        Hash = content.Hash,
        AuthorId = author,
        EditorId = author,
        CreatedAt = now,
        SavedAt = now,
        BaseHash = baseHash,
        ShippedHash = content.ShippedHash,
    };

    /// <summary>The text of an earlier version, to be published anew.</summary>
    internal ContentVersion Again(int number, string? baseHash, string? shippedHash, Guid author, DateTime now) => new()
    {
        Id = ContentVersionId.New(),
        Path = Path,
        Number = number,
        Text = Text,
        Hash = Hash,
        AuthorId = author,
        EditorId = author,
        CreatedAt = now,
        SavedAt = now,
        BaseHash = baseHash,
        ShippedHash = shippedHash,
        ReviewerId = ReviewerId,
        ApprovedAt = ApprovedAt,
        RestoredFrom = RestoredFrom ?? Number,
    };
}
