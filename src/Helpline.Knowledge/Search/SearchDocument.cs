using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Search;

/// <summary>Something that can be found: an article, a topic, or a text from outside the content folder.</summary>
internal sealed record SearchDocument
{
    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    /// <summary>Other words and questions by which it should be found.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whole questions it answers; each is compared by itself.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Labels and synonyms of its topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Provisions: the prefix of the Act and the section as written.</summary>
    public IReadOnlyList<(string Act, string Section)> Provisions { get; init; } = [];

    public IReadOnlyList<string> Facets { get; init; } = [];

    public IReadOnlyList<ArticlePassage> Passages { get; init; } = [];
}
