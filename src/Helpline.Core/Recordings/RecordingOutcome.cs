namespace Helpline.Core.Recordings;

/// <summary>What came of an adviser's work on a recording.</summary>
public enum RecordingOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The adviser does not have this contact.</summary>
    NotYours,

    /// <summary>Not possible now, or no more.</summary>
    NotNow,

    /// <summary>Somebody from outside is on the call, who has agreed to nothing.</summary>
    OutsideOnCall,

    /// <summary>The phone provider refused; nothing is recorded that was not before.</summary>
    LineRefused,
}
