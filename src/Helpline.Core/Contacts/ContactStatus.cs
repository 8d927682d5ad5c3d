namespace Helpline.Core.Contacts;

/// <summary>Where a contact stands between arrival and close.</summary>
public enum ContactStatus
{
    /// <summary>Nobody has it. A caller still in the flow waits too, but is not yet in the queue (<see cref="Contact.JoinedAt"/> is null).</summary>
    Waiting,

    /// <summary>Presented to one adviser.</summary>
    Offered,

    /// <summary>An adviser has it.</summary>
    InProgress,

    /// <summary>The conversation is over and is being recorded.</summary>
    WrapUp,

    /// <summary>Recorded and done.</summary>
    Closed,

    /// <summary>Ended by the enquirer while waiting.</summary>
    Abandoned,
}
