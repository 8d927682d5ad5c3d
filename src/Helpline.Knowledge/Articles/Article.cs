namespace Helpline.Knowledge.Articles;

/// <summary>A knowledge page.</summary>
public sealed record Article
{
    /// <summary>The last part of its address, <c>/advice/{slug}</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it answers, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>Ids of its topics, the chief one first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of the provisions it rests on.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>For whom it is written.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The day it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>The day by which it must be reviewed again.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>The day on which the law it states was checked.</summary>
    public required DateOnly LawAsAt { get; init; }

    /// <summary>Where its statements come from.</summary>
    public required IReadOnlyList<ArticleSource> Sources { get; init; }

    /// <summary>Other words by which it should be found.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Questions it answers, in the words of those who ask.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Ids of the time limits it explains.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }

    /// <summary>Slugs of articles to read next.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>Ids of the stages it serves; empty when it serves all.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>The first day on which what it says is law; null when it need not say.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which what it says is law; null while none is known.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>
    /// The body as parents see it: without the part for advisers and without what is still to be confirmed or doubtful.
    /// HTML, safe to write into a page: no raw HTML of the author is let through.
    /// </summary>
    public required string ParentHtml { get; init; }

    /// <summary>The headings of <see cref="ParentHtml"/>, in order.</summary>
    public required IReadOnlyList<ArticleHeading> ParentHeadings { get; init; }

    /// <summary>The whole body as advisers see it, with tags on what is not settled. Safe to write into a page.</summary>
    public required string AdviserHtml { get; init; }

    /// <summary>The headings of <see cref="AdviserHtml"/>, in order.</summary>
    public required IReadOnlyList<ArticleHeading> AdviserHeadings { get; init; }

    /// <summary>Ids of every provision it names, in its fields or in its body.</summary>
    public required IReadOnlyList<string> CitedProvisions { get; init; }

    /// <summary>Ids of every time limit it names, in its fields or in its body.</summary>
    public required IReadOnlyList<string> CitedDeadlines { get; init; }

    /// <summary>A hash of the file, so that a citation can say which text was read.</summary>
    public required string Version { get; init; }

    internal IReadOnlyList<ArticlePassage> Passages { get; init; } = [];

    /// <summary>Whether the public site shows it.</summary>
    public bool IsPublic => Audience != Audience.Adviser;

    /// <summary>Whether its review date has come.</summary>
    /// <param name="today">The day in England.</param>
    public bool IsDueForReview(DateOnly today) => today >= ReviewBy;
}
