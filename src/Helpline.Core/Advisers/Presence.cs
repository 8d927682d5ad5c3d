namespace Helpline.Core.Advisers;

/// <summary>What the adviser declares.</summary>
public enum Presence
{
    /// <summary>Not at work.</summary>
    Offline,

    /// <summary>Ready for contacts.</summary>
    Available,

    /// <summary>At work, not ready; a reason says why.</summary>
    Away,
}

/// <summary>Why an adviser is away.</summary>
public enum AwayReason
{
    /// <summary>A break.</summary>
    Break,

    /// <summary>A meal.</summary>
    Lunch,

    /// <summary>Training or a meeting.</summary>
    Training,

    /// <summary>Casework.</summary>
    Casework,

    /// <summary>Set by Helpline after a missed offer.</summary>
    MissedOffer,

    /// <summary>Set by Helpline when the adviser's line did not come up.</summary>
    LineFailed,

    /// <summary>Set by a supervisor.</summary>
    BySupervisor,
}
