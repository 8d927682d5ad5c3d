using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Search;

/// <summary>
/// Puts the articles in order: by how well their text matches, lifted by how likely their topics are what was asked about. An article of a
/// likely topic is found even when it holds none of the words.
/// </summary>
internal static class ArticleRanking
{
    /// <summary>Passages ranked in one query at most.</summary>
    public const int Passages = 1000;

    /// <summary>A topic that families' phrases say so surely brings its articles along, and so does one so likely when no text matches.</summary>
    private const double BringsAlong = 0.5;

    /// <summary>The results people look at.</summary>
    private const int First = 3;

    public static List<DocumentHit> Find(KnowledgeState state, ReadQuery query, ArticleFilter filter)
    {
        if (filter.Stage is not null && !state.Snapshot.Stages.Contains(filter.Stage))
        {
            return [];
        }

        var topics = TopicScores.Of(state, query);
        var texts = state.Articles.Find(query.Tokens, filter.Facets(state.Snapshot), Passages).ToDictionary(h => h.Document);
        var best = texts.Values.Select(h => h.Score).DefaultIfEmpty(1).Max();
        var found = new List<DocumentHit>();
        for (var i = 0; i < state.Snapshot.Articles.Count; i++)
        {
            var article = state.Snapshot.Articles[i];
            var prior = Prior(article, topics);
            if (texts.TryGetValue(i, out var hit))
            {
                found.Add(hit with { Score = (hit.Score / best) + (Ranking.Prior * prior) });
            }
            else if ((texts.Count == 0 ? prior : query.Meaning.Topics.GetValueOrDefault(article.Topics[0])) >= BringsAlong && filter.Takes(article))
            {
                found.Add(new DocumentHit(i, -1, Ranking.Prior * prior));
            }
        }

        found.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Document.CompareTo(b.Document));
        var kept = found.Where(h => h.Score >= Ranking.Cut * found[0].Score).ToList();
        ShowChoices(kept, state.Snapshot.Articles, topics);
        return kept;
    }

    /// <summary>Brings articles of other likely topics into the first three, where it is not clear which topic is meant.</summary>
    private static void ShowChoices(List<DocumentHit> found, Catalogue<Article> articles, Dictionary<string, double> topics)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < Math.Min(First, found.Count); place++)
        {
            var next = found.FindIndex(place, h => !shown.Contains(articles[h.Document].Topics[0]) && IsLikely(h));
            if (place > 0 && next > place)
            {
                var chosen = found[next];
                found.RemoveAt(next);
                found.Insert(place, chosen);
            }

            shown.Add(articles[found[place].Document].Topics[0]);
        }

        bool IsLikely(DocumentHit hit) =>
            topics.GetValueOrDefault(articles[hit.Document].Topics[0]) >= Ranking.Doubt * topics.GetValueOrDefault(articles[found[0].Document].Topics[0]);
    }

    private static double Prior(Article article, Dictionary<string, double> topics)
    {
        var prior = topics.GetValueOrDefault(article.Topics[0]);
        for (var i = 1; i < article.Topics.Count; i++)
        {
            prior = Math.Max(prior, Ranking.SecondTopic * topics.GetValueOrDefault(article.Topics[i]));
        }

        return prior;
    }
}
