namespace Helpline.Core.Recall;

/// <summary>How far one entry of a re-contact list is.</summary>
public enum RecallState
{
    /// <summary>Nobody has reached the enquirer yet.</summary>
    ToDo,

    /// <summary>The enquirer was told.</summary>
    Reached,

    /// <summary>The enquirer left no way to be reached, or did not answer.</summary>
    NotReachable,

    /// <summary>The answer given was right for this enquirer.</summary>
    NotNeeded,
}
