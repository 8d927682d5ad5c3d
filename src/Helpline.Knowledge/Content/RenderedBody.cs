using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Content;

/// <summary>A body as pages and the index need it.</summary>
internal sealed record RenderedBody
{
    public required string ParentHtml { get; init; }

    public required IReadOnlyList<ArticleHeading> ParentHeadings { get; init; }

    public required string AdviserHtml { get; init; }

    /// <summary>What parents see, as text to copy.</summary>
    public required string PlainText { get; init; }

    public required IReadOnlyList<ArticleHeading> AdviserHeadings { get; init; }

    /// <summary>What everybody may find first, what advisers alone may find after it.</summary>
    public required IReadOnlyList<ArticlePassage> Passages { get; init; }

    /// <summary>Ids of the provisions linked to.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>Ids of the time limits linked to.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }
}
