using Helpline.Core.Common;

namespace Helpline.Core.Publishing;

/// <summary>What happened to a content file.</summary>
public enum ContentChangeKind
{
    /// <summary>A draft was begun.</summary>
    Started,

    /// <summary>Somebody wrote in the draft; noted once for each person and version.</summary>
    Edited,

    /// <summary>The draft took over what had changed beneath it.</summary>
    BaseTaken,

    /// <summary>It was handed to a second person.</summary>
    Submitted,

    /// <summary>It came back to its writer.</summary>
    Returned,

    /// <summary>A second person found it right.</summary>
    Approved,

    /// <summary>A time of publication was set.</summary>
    Scheduled,

    /// <summary>It was published.</summary>
    Published,

    /// <summary>An earlier version was published anew.</summary>
    RolledBack,

    /// <summary>Its dates of review were renewed, its words left alone.</summary>
    Reviewed,

    /// <summary>It was given up, or taken down.</summary>
    Withdrawn,

    /// <summary>It was marked wrong.</summary>
    MarkedWrong,

    /// <summary>The mark was cleared.</summary>
    Cleared,

    /// <summary>A change of a provision was recorded; the path is the provision's id.</summary>
    ProvisionChanged,

    /// <summary>A record of a provision's change was taken back; the path is the provision's id.</summary>
    ProvisionChangeWithdrawn,

    /// <summary>Somebody listed the contacts that were answered with it.</summary>
    UseListed,
}

/// <summary>One line of the history of a content file: the process context of every change. Never changed, never deleted.</summary>
public sealed class ContentChange
{
    /// <summary>Names the entry.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The file, by its path in the content folder.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The version's number; null where the file as a whole is meant.</summary>
    public int? Number { get; internal init; }

    /// <summary>What happened.</summary>
    public ContentChangeKind Kind { get; internal init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; internal init; }

    /// <summary>Who; null for Helpline itself.</summary>
    public Guid? UserId { get; internal init; }

    /// <summary>Why, in the editor's words.</summary>
    public string? Why { get; internal init; }
}
