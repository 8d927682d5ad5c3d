using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search.Lay;

/// <summary>
/// Compares a text with all that is known to be said about each topic, as vectors of words and of pairs of words that stand near each
/// other, so that "not go" and "go" are different things. Learned from our own content when the index is built.
/// </summary>
internal sealed class TopicModel
{
    private const int MostUnits = 250;
    private readonly LayUnits units;
    private readonly Dictionary<string, double> rarity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Topic, double Weight)>> byFeature = new(StringComparer.Ordinal);
    private readonly int count;

    /// <param name="examples">For each topic the texts that speak of it, and how much each counts.</param>
    /// <param name="units">Cuts texts into units.</param>
    public TopicModel(IReadOnlyList<IReadOnlyList<(string Text, double Weight)>> examples, LayUnits units)
    {
        this.units = units;
        count = examples.Count;
        var read = examples.Select(texts => texts.Select(t => (Features: Features(Words.Split(Words.Fold(t.Text))), t.Weight)).ToList()).ToList();
        var all = read.Sum(r => r.Count);
        foreach (var (feature, often) in read.SelectMany(r => r).SelectMany(t => t.Features.Keys).CountBy(f => f))
        {
            rarity[feature] = Math.Log(1 + (all / (double)often));
        }

        for (var topic = 0; topic < read.Count; topic++)
        {
            Learn(topic, read[topic]);
        }
    }

    /// <summary>How alike the text and each topic are, by the topic's number; 0 for nothing in common.</summary>
    public double[] Read(IReadOnlyList<Word> words)
    {
        var scores = new double[count];
        var vector = Vector(Features(words));
        foreach (var (feature, weight) in vector)
        {
            foreach (var (topic, theirs) in byFeature[feature])
            {
                scores[topic] += weight * theirs;
            }
        }

        return scores;
    }

    private void Learn(int topic, List<(Dictionary<string, double> Features, double Weight)> texts)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (features, weight) in texts)
        {
            foreach (var (feature, value) in Vector(features))
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

    private Dictionary<string, double> Vector(Dictionary<string, double> features)
    {
        var vector = features.Where(f => rarity.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => f.Value * rarity[f.Key], StringComparer.Ordinal);
        var norm = Math.Sqrt(vector.Values.Sum(v => v * v));
        return vector.ToDictionary(v => v.Key, v => v.Value / norm, StringComparer.Ordinal);
    }

    private Dictionary<string, double> Features(IReadOnlyList<Word> words)
    {
        var text = units.Of(words);
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(text.Count, MostUnits); i++)
        {
            features[text[i]] = 1;
            for (var next = i + 1; next <= i + 2 && next < text.Count; next++)
            {
                var pair = string.CompareOrdinal(text[i], text[next]) < 0 ? $"{text[i]} {text[next]}" : $"{text[next]} {text[i]}";
                features[pair] = 1;
            }
        }

        return features;
    }
}
