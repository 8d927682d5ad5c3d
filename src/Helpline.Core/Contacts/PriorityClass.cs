namespace Helpline.Core.Contacts;

/// <summary>What is at stake; the first thing the queue's order looks at. Lower is sooner.</summary>
public enum PriorityClass
{
    /// <summary>A risk of harm.</summary>
    Safeguarding = 0,

    /// <summary>A statutory deadline within 14 days.</summary>
    Deadline = 1,

    /// <summary>Everything else.</summary>
    Standard = 2,
}
