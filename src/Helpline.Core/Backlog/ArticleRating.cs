namespace Helpline.Core.Backlog;

/// <summary>How often, on one day, readers said that a version of an article was or was not helpful. Nobody in it.</summary>
public sealed class ArticleRating
{
    /// <summary>The article by its slug, or another page by its kind and id, such as guides/appealing.</summary>
    public string ArticleSlug { get; internal init; } = "";

    /// <summary>The version, as citations name it.</summary>
    public string ArticleVersion { get; internal init; } = "";

    /// <summary>The day in London.</summary>
    public DateOnly Day { get; internal init; }

    /// <summary>What they said.</summary>
    public bool Helpful { get; internal init; }

    /// <summary>Why not, if they said.</summary>
    public NotHelpfulReason Reason { get; internal init; }

    /// <summary>How often.</summary>
    public int Count { get; internal set; }
}
