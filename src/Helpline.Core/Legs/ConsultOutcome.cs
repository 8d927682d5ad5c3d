namespace Helpline.Core.Legs;

/// <summary>What came of asking a colleague, or somebody from outside, into a call, or of what follows from it.</summary>
public enum ConsultOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The adviser does not have this contact.</summary>
    NotYours,

    /// <summary>The call has moved on, or somebody has been asked already.</summary>
    NotNow,

    /// <summary>The colleague is not free any more.</summary>
    ColleagueNotFree,

    /// <summary>The number is in the directory no more.</summary>
    NumberGone,

    /// <summary>Somebody from outside is on the call, who cannot wait in the queue with the caller.</summary>
    OutsideOnCall,

    /// <summary>The phone provider refused.</summary>
    LineRefused,
}
