namespace Helpline.Knowledge.Search;

/// <summary>How likely each topic is what was asked about: by families' phrases, and by the words of the topic itself.</summary>
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

        Add(state.TopicModel.Read(query.Guessed), Ranking.TopicModel);
        Add(state.NearestQuestions.Read(query.Guessed), Ranking.NearestQuestions);
        var best = Math.Max(1, scores.Values.DefaultIfEmpty(0).Max());
        return scores.ToDictionary(s => s.Key, s => s.Value / best, StringComparer.Ordinal);

        void Add(double[] byTopic, double share)
        {
            var top = byTopic.DefaultIfEmpty(0).Max();
            for (var i = 0; i < byTopic.Length && top > 0; i++)
            {
                if (byTopic[i] > 0)
                {
                    var id = state.Snapshot.Topics[i].Id;
                    scores[id] = scores.GetValueOrDefault(id) + (share * byTopic[i] / top);
                }
            }
        }
    }
}
