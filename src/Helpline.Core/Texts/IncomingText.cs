namespace Helpline.Core.Texts;

/// <summary>A text that has reached us.</summary>
public sealed record IncomingText
{
    /// <summary>The telephone service's id: the same one twice is one text.</summary>
    public required string ProviderId { get; init; }

    /// <summary>Who sent it: a number, a short code, a name, or nothing.</summary>
    public required string From { get; init; }

    /// <summary>The words; may be empty.</summary>
    public required string Body { get; init; }

    /// <summary>How many pictures or other media came with it.</summary>
    public int Media { get; init; }

    /// <summary>What the service took it for and has already replied to: STOP, START or HELP; null for none.</summary>
    public string? OptOutType { get; init; }

    /// <summary>The site's address where none is configured; Development only.</summary>
    public string? Origin { get; init; }
}

/// <summary>What came of a text that reached us.</summary>
public enum TextIntakeOutcome
{
    /// <summary>It began an enquiry.</summary>
    NewEnquiry,

    /// <summary>It joined a question that is not answered yet.</summary>
    JoinedThread,

    /// <summary>It is the follow-up of an answered question.</summary>
    FollowUp,

    /// <summary>It was the digits that answer our survey.</summary>
    Survey,

    /// <summary>It was a command, and has been followed.</summary>
    Keyword,

    /// <summary>It had come before; nothing was changed.</summary>
    Repeat,
}
