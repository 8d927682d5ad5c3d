namespace Helpline.Core.Legs;

/// <summary>What came of a supervisor's wish to be on a call.</summary>
public enum MonitorOutcome
{
    /// <summary>Done, or under way.</summary>
    Done,

    /// <summary>Caller and adviser do not talk, or no longer.</summary>
    NotNow,

    /// <summary>The supervisor has a contact, or is on another call.</summary>
    Busy,

    /// <summary>The phone provider refused.</summary>
    LineRefused,
}
