namespace Helpline.Core.Publishing;

/// <summary>What came of an editor's change.</summary>
public enum EditOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>There is no such version.</summary>
    NotFound,

    /// <summary>Somebody else changed it since the page was shown; nothing was overwritten.</summary>
    Conflict,

    /// <summary>Its status does not allow that.</summary>
    NotNow,

    /// <summary>The reason, note or comment is missing.</summary>
    WhyMissing,

    /// <summary>Something is longer than it may be.</summary>
    TooLong,

    /// <summary>Who wrote in a version cannot approve it.</summary>
    OwnWork,

    /// <summary>What the draft was begun on is not what is served now; its writer must take that over first.</summary>
    BaseMoved,

    /// <summary>The time set is past.</summary>
    InThePast,

    /// <summary>Another version of the file is open.</summary>
    AnotherOpen,
}

/// <summary>An outcome, with the version it concerns.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="VersionId">The version; for <see cref="EditOutcome.AnotherOpen"/> the open one.</param>
/// <param name="Version">The number to save on next: after a conflict that of what is stored.</param>
public readonly record struct EditResult(EditOutcome Outcome, ContentVersionId? VersionId = null, long Version = 0);
