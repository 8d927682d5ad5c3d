namespace Helpline.Core.Recordings;

/// <summary>How a recording stands.</summary>
public enum CallRecordingState
{
    /// <summary>The caller agreed; the phone provider is being told.</summary>
    Starting,

    /// <summary>What is said is recorded.</summary>
    Running,

    /// <summary>The adviser paused it, so that something is not kept.</summary>
    Paused,

    /// <summary>Paused because the caller is on hold; it goes on by itself.</summary>
    PausedByHold,

    /// <summary>Finished and kept.</summary>
    Stopped,

    /// <summary>The sound is gone: deleted, by somebody or by the rule, or never made.</summary>
    Deleted,
}
