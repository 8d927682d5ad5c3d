using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Guides;

/// <summary>A way through one matter, step by step.</summary>
public sealed record Guide
{
    /// <summary>The last part of its address, <c>/guides/{slug}</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Where it leads, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>Ids of its topics, the chief one first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Its steps, in order.</summary>
    public required IReadOnlyList<GuideStep> Steps { get; init; }

    /// <summary>The day it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>The day by which it must be reviewed again.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>The day on which the law it states was checked.</summary>
    public required DateOnly LawAsAt { get; init; }

    /// <summary>Where its statements come from.</summary>
    public required IReadOnlyList<ArticleSource> Sources { get; init; }

    /// <summary>Ids of every provision it cites.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>A hash of the file, so that what is said of it can say which text was read.</summary>
    public required string Version { get; init; }

    /// <summary>Whether its review date has come.</summary>
    /// <param name="today">The day in England.</param>
    public bool IsDueForReview(DateOnly today) => today >= ReviewBy;
}
