using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Content;

namespace Helpline.Knowledge.Search;

/// <summary>Compares the question with the words of each topic, and with the articles that match it.</summary>
internal sealed class TopicSuggester(KnowledgeBase knowledge) : ITopicSuggester
{
    private const int Passages = 300;
    private const int ArticlesHeard = 5;
    private const double ArticleShare = 0.5;

    public IReadOnlyList<TopicSuggestion> Suggest(string question, int top)
    {
        using var lease = knowledge.Lease();
        var state = lease.State;
        var query = state.Queries.Read(question);
        var articles = state.Articles.Find(query.Tokens, [KnowledgeDocuments.Public], Passages);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        var topics = state.Topics.Find(query.Tokens, [], Passages);
        foreach (var hit in topics)
        {
            Add(state.Snapshot.Topics[hit.Document].Id, (1 - ArticleShare) * hit.Score / topics[0].Score);
        }

        // An article speaks for its chief topic, and half as loud for the others.
        foreach (var hit in articles.Take(ArticlesHeard))
        {
            var about = state.Snapshot.Articles[hit.Document].Topics;
            for (var i = 0; i < about.Count; i++)
            {
                Add(about[i], (i == 0 ? 1 : 0.5) * ArticleShare * hit.Score / articles[0].Score);
            }
        }

        var best = scores.Values.DefaultIfEmpty(1).Max();
        var order = articles.Select(h => state.Snapshot.Articles[h.Document]).ToList();
        return
        [
            .. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)
                .Take(Math.Clamp(top, 1, 20))
                .Select(s => new TopicSuggestion(state.Snapshot.Topics.Find(s.Key)!, Math.Round(s.Value / best, 3), On(s.Key, state.Snapshot, order))),
        ];

        void Add(string topic, double score) => scores[topic] = scores.GetValueOrDefault(topic) + score;
    }

    private static IReadOnlyList<Article> On(string topic, KnowledgeSnapshot snapshot, List<Article> order)
    {
        return [.. snapshot.ArticlesOn(topic).Where(a => a.IsPublic).OrderBy(Place)];

        int Place(Article article) => order.IndexOf(article) is var at and >= 0 ? at : int.MaxValue;
    }
}
