using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Content;

namespace Helpline.Knowledge.Search;

/// <summary>Names the topics a question is likely about, each with its articles in the order they fit.</summary>
internal sealed class TopicSuggester(KnowledgeBase knowledge) : ITopicSuggester
{
    public IReadOnlyList<TopicSuggestion> Suggest(string question, int top)
    {
        using var lease = knowledge.Lease();
        var state = lease.State;
        var query = state.Queries.Read(question);
        var scores = TopicScores.Of(state, query);
        var best = scores.Values.DefaultIfEmpty(1).Max();
        var order = ArticleRanking.Find(state, query, new ArticleFilter(null, null, Audience.Parent)).Select(h => state.Snapshot.Articles[h.Document]).ToList();
        return
        [
            .. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)
                .Take(Math.Clamp(top, 1, 20))
                .Select(s => new TopicSuggestion(state.Snapshot.Topics.Find(s.Key)!, Math.Round(s.Value / best, 3), On(s.Key, state.Snapshot, order))),
        ];
    }

    private static IReadOnlyList<Article> On(string topic, KnowledgeSnapshot snapshot, List<Article> order)
    {
        return [.. snapshot.ArticlesOn(topic).Where(a => a.IsPublic).OrderBy(Place)];

        int Place(Article article) => order.IndexOf(article) is var at and >= 0 ? at : int.MaxValue;
    }
}
