using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Content;

namespace Helpline.Knowledge.Search;

/// <summary>Searches the articles of the state being served.</summary>
internal sealed class KnowledgeSearch(KnowledgeBase knowledge) : IKnowledgeSearch
{
    private const int Most = 50;

    /// <summary>Passages ranked in one query at most.</summary>
    private const int Passages = 1000;

    public SearchResults Search(SearchRequest request)
    {
        using var lease = knowledge.Lease();
        var state = lease.State;
        var query = state.Queries.Read(request.Query);
        var found = state.Articles.Find(query.Tokens, Facets(request, state.Snapshot), Passages);
        var results = found
            .Take(Math.Clamp(request.Top, 1, Most))
            .Select(hit => Result(state.Snapshot.Articles[hit.Document], hit, query, state, request.Audience));
        return new SearchResults(query.Text, query.Corrected, found.Count, [.. results]);
    }

    private static SearchResult Result(Article article, DocumentHit hit, ReadQuery query, KnowledgeState state, Audience? audience) => new()
    {
        Slug = article.Slug,
        Title = article.Title,
        Summary = article.Summary,
        Snippet = SnippetWriter.Write(Text(article, hit.Passage, audience), state.Analyzer, query.Tokens),
        Topics = article.Topics,
        Provisions = article.Provisions,
        Reviewed = article.Reviewed,
        Score = hit.Score,
    };

    /// <summary>The passage that matched, or the summary where the reader may see no passage.</summary>
    private static string Text(Article article, int passage, Audience? audience) =>
        article.Passages.ElementAtOrDefault(passage) is { } found && (audience != Audience.Parent || found.Audience != Audience.Adviser) ? found.Text : article.Summary;

    private static List<string> Facets(SearchRequest request, KnowledgeSnapshot snapshot)
    {
        var facets = new List<string>();
        if (request.Topic is not null)
        {
            facets.Add(KnowledgeDocuments.FacetOf(snapshot, request.Topic));
        }

        if (request.Audience == Audience.Parent)
        {
            facets.Add(KnowledgeDocuments.Public);
        }

        return facets;
    }
}
