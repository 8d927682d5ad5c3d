namespace Helpline.Core.Publishing;

/// <summary>How a version of a content file stands. The first four are open: at most one open version for each file.</summary>
public enum VersionStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for a second person.</summary>
    Submitted,

    /// <summary>A second person found it right.</summary>
    Approved,

    /// <summary>Approved, and published by the clock.</summary>
    Scheduled,

    /// <summary>Served in place of the shipped file.</summary>
    Published,

    /// <summary>Was served; another version followed.</summary>
    Superseded,

    /// <summary>Given up before it was served, or taken down so that the shipped file serves again.</summary>
    Withdrawn,
}
