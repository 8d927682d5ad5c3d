using Helpline.Core.Contacts;

namespace Helpline.Core.Recall;

/// <summary>A re-contact list to start.</summary>
public sealed record StartRecall
{
    /// <summary>The article.</summary>
    public required string ArticleSlug { get; init; }

    /// <summary>The version as citations name it; null for any.</summary>
    public string? ArticleVersion { get; init; }

    /// <summary>The period's beginning, UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>The period's end, UTC; not in it.</summary>
    public required DateTime Until { get; init; }

    /// <summary>What was wrong, and what enquirers are to be told.</summary>
    public required string Reason { get; init; }
}

/// <summary>An answer that rests on an article.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Channel">How it arrived.</param>
/// <param name="Reference">The enquiry's reference, where it was written.</param>
/// <param name="TopicId">The contact's topic.</param>
/// <param name="ArticleVersion">The version given, as citations name it; the latest where there were several.</param>
/// <param name="GivenAt">When, UTC.</param>
public sealed record GivenAnswer(ContactId ContactId, Channel Channel, string? Reference, string? TopicId, string ArticleVersion, DateTime GivenAt);

/// <summary>What came of work on a re-contact list.</summary>
public enum RecallOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>There is no such list or entry.</summary>
    NotFound,

    /// <summary>Somebody else changed the entry since the page was shown; nothing was overwritten.</summary>
    Conflict,

    /// <summary>The reason is missing.</summary>
    ReasonMissing,

    /// <summary>Reason or note is longer than it may be.</summary>
    TooLong,

    /// <summary>The period ends before it begins.</summary>
    PeriodEmpty,

    /// <summary>Nobody was answered with the article in that period.</summary>
    NobodyAnswered,
}
