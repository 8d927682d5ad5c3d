namespace Helpline.Knowledge.Search;

/// <summary>An article that matches.</summary>
public sealed record SearchResult
{
    /// <summary>The article's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its summary.</summary>
    public required string Summary { get; init; }

    /// <summary>The part of the text that answers best, cut at the matches. Plain text: encode each segment.</summary>
    public required IReadOnlyList<SnippetSegment> Snippet { get; init; }

    /// <summary>The heading under which the snippet stands, to link to; null when it stands under none or is of the summary.</summary>
    public Articles.ArticleHeading? Heading { get; init; }

    /// <summary>Ids of its topics.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of its provisions.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>The day it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>How well it matches; comparable within one search only.</summary>
    public required double Score { get; init; }

    /// <summary>The snippet as encoded HTML with the matches in mark elements.</summary>
    public string SnippetHtml => SnippetSegment.ToHtml(Snippet);
}
