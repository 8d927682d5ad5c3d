namespace Helpline.Core.Floor;

/// <summary>What came of a supervisor's act on the floor.</summary>
public enum FloorOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>There is no such adviser or contact.</summary>
    NotFound,

    /// <summary>It has moved on: the contact waits no more, or the adviser has something else.</summary>
    MovedOn,

    /// <summary>Into or out of safeguarding only with an explicit confirmation.</summary>
    ConfirmSafeguarding,

    /// <summary>The time for wrap-up is not over yet.</summary>
    NotOverdue,

    /// <summary>The adviser does not have the skill.</summary>
    NoSuchSkill,

    /// <summary>The adviser is offline, so nothing can be kept for them.</summary>
    AdviserOffline,
}
