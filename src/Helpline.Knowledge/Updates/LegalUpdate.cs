using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Updates;

/// <summary>News of case law, legislation or guidance that is shipped with the content.</summary>
public sealed record LegalUpdate
{
    /// <summary>Stable id: the file's name without its date.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The day it was published.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>What sort of news it is.</summary>
    public required UpdateKind Kind { get; init; }

    /// <summary>Ids of its topics.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of the provisions it is about.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>Whether an adviser must acknowledge it.</summary>
    public required bool MustRead { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<ArticleSource> Sources { get; init; }

    /// <summary>The text as everybody may see it. HTML, safe to write into a page.</summary>
    public required string ParentHtml { get; init; }

    /// <summary>The whole text as advisers see it. HTML, safe to write into a page.</summary>
    public required string AdviserHtml { get; init; }

    /// <summary>A hash of the file.</summary>
    public required string Version { get; init; }
}
