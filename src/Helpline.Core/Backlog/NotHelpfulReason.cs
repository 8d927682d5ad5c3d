namespace Helpline.Core.Backlog;

/// <summary>Why a page did not help, as far as the reader said.</summary>
public enum NotHelpfulReason
{
    /// <summary>Nothing was said, or it helped.</summary>
    NotSaid,

    /// <summary>It does not answer what the reader wanted to know.</summary>
    NotMyQuestion,

    /// <summary>It is hard to understand.</summary>
    HardToUnderstand,

    /// <summary>The reader still does not know what to do.</summary>
    NotClearWhatToDo,

    /// <summary>It seems wrong or out of date.</summary>
    SeemsWrong,

    /// <summary>Something on the page does not work.</summary>
    DoesNotWork,
}
