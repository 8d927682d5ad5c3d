using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Tests.Search;

/// <summary>How well a way of searching answers a set of questions.</summary>
/// <param name="HitAtOne">The share of questions whose first article is right.</param>
/// <param name="HitAtThree">The share with a right article among the first three.</param>
/// <param name="Ndcg">The mean of nDCG@5 over the gains of <see cref="TopicQuestion.Gain"/>.</param>
/// <param name="Empty">Questions that found nothing.</param>
/// <param name="Missed">Questions whose first article is not right, with what was found.</param>
internal sealed record Relevance(double HitAtOne, double HitAtThree, double Ndcg, int Empty, IReadOnlyList<(TopicQuestion Question, IReadOnlyList<string> Found)> Missed)
{
    private const int Depth = 5;

    /// <summary>Asks every question.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="articles">All articles, by which the best possible order is known.</param>
    /// <param name="search">The slugs found, best first.</param>
    public static Relevance Of(IReadOnlyList<TopicQuestion> questions, Catalogue<Article> articles, Func<string, IEnumerable<string>> search)
    {
        var (one, three, gain, empty) = (0, 0, 0.0, 0);
        var missed = new List<(TopicQuestion, IReadOnlyList<string>)>();
        foreach (var question in questions)
        {
            var found = search(question.Text).Take(Depth).Select(slug => articles.Find(slug)!).ToList();
            var place = found.FindIndex(a => question.IsRight(a.Topics[0]));
            one += place == 0 ? 1 : 0;
            three += place is >= 0 and < 3 ? 1 : 0;
            empty += found.Count == 0 ? 1 : 0;
            var best = Discounted(articles.Where(a => a.IsPublic).Select(a => question.Gain(a.Topics)).OrderDescending().Take(Depth));
            gain += best > 0 ? Discounted(found.Select(a => question.Gain(a.Topics))) / best : 0;
            if (place != 0)
            {
                missed.Add((question, [.. found.Select(a => a.Slug)]));
            }
        }

        return new Relevance(one / (double)questions.Count, three / (double)questions.Count, gain / questions.Count, empty, missed);
    }

    public override string ToString() => FormattableString.Invariant($"hit@1 {HitAtOne:0.000}  hit@3 {HitAtThree:0.000}  nDCG@5 {Ndcg:0.000}  empty {Empty}");

    private static double Discounted(IEnumerable<int> gains) => gains.Select((gain, place) => gain / Math.Log2(place + 2)).Sum();
}
