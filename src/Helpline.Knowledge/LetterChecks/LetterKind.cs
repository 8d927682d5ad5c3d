namespace Helpline.Knowledge.LetterChecks;

/// <summary>A kind of letter that a council or school sends, and what it should have been like.</summary>
public sealed record LetterKind
{
    /// <summary>Its id, the last part of its address <c>/letter-check/{id}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it says, in the words of somebody who received it.</summary>
    public required string Title { get; init; }

    /// <summary>How to tell it from others; null when the title is enough.</summary>
    public required string? Hint { get; init; }

    /// <summary>Which date is asked for, for example "The date on the letter".</summary>
    public required string DateLabel { get; init; }

    /// <summary>Ids of the time limits that run from that date.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }

    /// <summary>Ids of other time limits that matter, which run from another date or need the school's calendar.</summary>
    public required IReadOnlyList<string> OtherDeadlines { get; init; }

    /// <summary>What to know beside the dates. HTML, safe to write into a page.</summary>
    public required string NextHtml { get; init; }

    /// <summary>Ids of its topics.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Slugs of articles that say more.</summary>
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>Slugs of guides to follow.</summary>
    public required IReadOnlyList<string> Guides { get; init; }

    /// <summary>Ids of letters to answer with.</summary>
    public required IReadOnlyList<string> Letters { get; init; }

    /// <summary>What is asked, in order.</summary>
    public required IReadOnlyList<LetterQuestion> Questions { get; init; }

    /// <summary>The day on which the law it states was checked.</summary>
    public required DateOnly LawAsAt { get; init; }

    /// <summary>The day it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>The day by which it must be reviewed again.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>A hash of the rules, so that what is said of them can say which were read.</summary>
    public required string Version { get; init; }
}
