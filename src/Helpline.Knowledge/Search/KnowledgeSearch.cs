using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Content;

namespace Helpline.Knowledge.Search;

/// <summary>Searches the articles of the state being served.</summary>
internal sealed class KnowledgeSearch(KnowledgeBase knowledge) : IKnowledgeSearch
{
    private const int Most = 50;

    public SearchResults Search(SearchRequest request)
    {
        using var lease = knowledge.Lease();
        var state = lease.State;
        var query = state.Queries.Read(request.Query, request.Typing);
        var found = ArticleRanking.Find(state, query, ArticleFilter.Of(request));
        return new SearchResults(query.Text, query.Corrected, found.Count, [.. found.Take(Math.Clamp(request.Top, 1, Most)).Select(hit => Result(hit, query, state, request.Audience))])
        {
            Tokens = state.Queries.Known(query.Words),
        };
    }

    public IReadOnlyList<string> Known(string text)
    {
        using var lease = knowledge.Lease();
        var queries = lease.State.Queries;
        return queries.Known(queries.Read(text).Words);
    }

    private static SearchResult Result(DocumentHit hit, ReadQuery query, KnowledgeState state, Audience? audience)
    {
        var article = state.Snapshot.Articles[hit.Document];
        var passage = hit.Passage < 0 ? null : article.Passages[hit.Passage];
        var headings = audience == Audience.Parent ? article.ParentHeadings : article.AdviserHeadings;
        var heading = passage is null or { Heading: "" } ? null : headings.FirstOrDefault(h => h.Text == passage.Heading);
        return new SearchResult
        {
            Slug = article.Slug,
            Title = article.Title,
            Summary = article.Summary,
            Snippet = passage is null
                ? SnippetWriter.Write(article.Summary, state.Analyzer.Text(article.Summary), query.Tokens)
                : SnippetWriter.Write(passage.Text, state.TokensOf(hit.Document, hit.Passage), query.Tokens),
            Heading = heading,
            Topics = article.Topics,
            Provisions = article.Provisions,
            Reviewed = article.Reviewed,
            Score = hit.Score,
        };
    }
}
