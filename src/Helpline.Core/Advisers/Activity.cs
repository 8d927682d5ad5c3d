namespace Helpline.Core.Advisers;

/// <summary>What the system observes of an adviser.</summary>
public enum Activity
{
    /// <summary>Nothing to do.</summary>
    Idle,

    /// <summary>An offer is ringing.</summary>
    Ringing,

    /// <summary>Has a contact.</summary>
    OnContact,

    /// <summary>Records a contact.</summary>
    WrapUp,
}
