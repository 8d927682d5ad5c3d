namespace Helpline.Core.Routing;

/// <summary>What came of an adviser's asking for the next contact.</summary>
public enum TakeNextOutcome
{
    /// <summary>A contact rings for them.</summary>
    Offered,

    /// <summary>They are offline, or their console has not been heard of lately.</summary>
    NotAtWork,

    /// <summary>They have a contact, are in a colleague's call or are on one as a supervisor.</summary>
    HasContact,

    /// <summary>They have a contact to record first.</summary>
    StillRecording,

    /// <summary>Nothing waits.</summary>
    NothingWaits,

    /// <summary>What waits needs skills they do not have, is kept for somebody else, or was declined by them a moment ago.</summary>
    NothingFits,

    /// <summary>The next is a call, and they are rung in the browser, where microphone and ringer have not been tried.</summary>
    NotTried,

    /// <summary>There is no such adviser.</summary>
    UnknownAdviser,
}
