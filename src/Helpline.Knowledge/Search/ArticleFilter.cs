using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Search;

/// <summary>Which articles may be found: as facets for an engine, and asked of one article.</summary>
internal sealed record ArticleFilter(string? Topic, string? Stage, Audience? Audience)
{
    public static ArticleFilter Of(SearchRequest request) => new(request.Topic, request.Stage, request.Audience);

    public bool Takes(Article article) =>
        (Topic is null || article.Topics.Contains(Topic, StringComparer.Ordinal))
        && (Stage is null || article.Stages.Count == 0 || article.Stages.Contains(Stage, StringComparer.Ordinal))
        && (Audience != Articles.Audience.Parent || article.IsPublic);

    public IReadOnlyList<string> Facets(KnowledgeSnapshot snapshot) =>
    [
        .. Topic is null ? Array.Empty<string>() : [KnowledgeDocuments.FacetOf(snapshot, Topic)],
        .. Stage is null ? Array.Empty<string>() : [KnowledgeDocuments.StageFacetOf(snapshot, Stage)],
        .. Audience == Articles.Audience.Parent ? [KnowledgeDocuments.Public] : Array.Empty<string>(),
    ];
}
