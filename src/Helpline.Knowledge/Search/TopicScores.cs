namespace Helpline.Knowledge.Search;

/// <summary>How likely each topic is what was asked about: by all that is said of it, by the words of the topic itself, and by families' phrases.</summary>
internal static class TopicScores
{
    private const int Passages = 300;

    /// <summary>Scores by topic id, 1 for the likeliest unless the likeliest is weak; topics nothing speaks for are missing.</summary>
    public static Dictionary<string, double> Of(KnowledgeState state, ReadQuery query)
    {
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        var hits = state.Topics.Find(query.Tokens, [], Passages);
        foreach (var hit in hits)
        {
            scores[state.Snapshot.Topics[hit.Document].Id] = Ranking.TopicIndex * hit.Score / hits[0].Score;
        }

        foreach (var (topic, strength) in query.Meaning.Topics)
        {
            scores[topic] = scores.GetValueOrDefault(topic) + (Ranking.TopicPhrases * Math.Min(2, strength));
        }

        var likeness = state.TopicModel.Read(query.Guessed);
        var likest = likeness.Max();
        for (var i = 0; i < likeness.Length && likest > 0; i++)
        {
            if (likeness[i] > 0)
            {
                var id = state.Snapshot.Topics[i].Id;
                scores[id] = scores.GetValueOrDefault(id) + (Ranking.TopicModel * likeness[i] / likest);
            }
        }

        var best = Math.Max(1, scores.Values.DefaultIfEmpty(0).Max());
        return scores.ToDictionary(s => s.Key, s => s.Value / best, StringComparer.Ordinal);
    }
}
