namespace Helpline.Telephony.Rest;

/// <summary>What a running recording can be told.</summary>
internal enum RecordingState
{
    /// <summary>Go on.</summary>
    InProgress,

    /// <summary>Pause, leaving silence in the file.</summary>
    PausedWithSilence,

    /// <summary>Pause, leaving nothing in the file.</summary>
    PausedSkipped,

    /// <summary>Stop for good.</summary>
    Stopped,
}
