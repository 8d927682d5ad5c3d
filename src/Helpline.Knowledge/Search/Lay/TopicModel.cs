using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search.Lay;

/// <summary>Compares a text with all that is known to be said about each topic, taken together. Learned from our own content when the index is built.</summary>
internal sealed class TopicModel
{
    private readonly LayVectors vectors;
    private readonly Dictionary<string, List<(int Topic, double Weight)>> byFeature = new(StringComparer.Ordinal);
    private readonly int count;

    /// <param name="examples">For each topic the texts that speak of it, and how much each counts.</param>
    /// <param name="vectors">Makes texts into vectors; made from these very texts.</param>
    public TopicModel(IReadOnlyList<IReadOnlyList<(string Text, double Weight)>> examples, LayVectors vectors)
    {
        this.vectors = vectors;
        count = examples.Count;
        for (var topic = 0; topic < count; topic++)
        {
            Learn(topic, examples[topic]);
        }
    }

    /// <summary>How alike the text and each topic are, by the topic's number; 0 for nothing in common.</summary>
    public double[] Read(IReadOnlyList<Word> words)
    {
        var scores = new double[count];
        foreach (var (feature, weight) in vectors.Of(words))
        {
            foreach (var (topic, theirs) in byFeature[feature])
            {
                scores[topic] += weight * theirs;
            }
        }

        return scores;
    }

    private void Learn(int topic, IReadOnlyList<(string Text, double Weight)> texts)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (text, weight) in texts)
        {
            foreach (var (feature, value) in vectors.Of(text))
            {
                sum[feature] = sum.GetValueOrDefault(feature) + (weight * value);
            }
        }

        var damped = sum.ToDictionary(s => s.Key, s => Math.Pow(s.Value, Ranking.ModelDamping));
        var norm = Math.Sqrt(damped.Values.Sum(v => v * v));
        foreach (var (feature, value) in damped)
        {
            if (!byFeature.TryGetValue(feature, out var list))
            {
                byFeature[feature] = list = [];
            }

            list.Add((topic, value / norm));
        }
    }
}
