using System.Runtime.InteropServices;
using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search.Lay;

/// <summary>
/// Compares a text with all that is known to be said about each topic, taken together: both are vectors of length 1 over <see cref="LayFeatures"/>, in which what is rare
/// counts more and what is said again and again is damped. Learned from our own content when the index is built.
/// </summary>
internal sealed class TopicModel
{
    private readonly LayFeatures features;
    private readonly Dictionary<LayFeature, int> numbers = [];
    private readonly float[] rarity;
    private readonly List<(int Topic, float Weight)>[] topicsOf;
    private readonly int count;

    /// <param name="examples">For each topic the texts that speak of it, and how much each counts.</param>
    /// <param name="units">Cuts texts into units.</param>
    public TopicModel(IReadOnlyList<IReadOnlyList<(string Text, double Weight)>> examples, LayUnits units)
    {
        features = new LayFeatures(units);
        count = examples.Count;
        var often = new List<int>();
        var texts = examples.Select(of => of.Select(e => (Features: Number(e.Text, often), Weight: (float)e.Weight)).ToList()).ToList();
        var all = texts.Sum(t => t.Count);
        rarity = new float[numbers.Count];
        foreach (var (feature, number) in numbers)
        {
            rarity[number] = (float)(Math.Log(1 + (all / (double)often[number])) * (feature.Kind == LayFeatureKind.Unit ? 1 : Ranking.ModelOwnWords));
        }

        topicsOf = new List<(int, float)>[numbers.Count];
        var sum = new float[numbers.Count];
        for (var topic = 0; topic < count; topic++)
        {
            Learn(topic, texts[topic], sum);
        }
    }

    /// <summary>How alike the text and each topic are, by the topic's number; 0 for nothing in common.</summary>
    public double[] Read(IReadOnlyList<Word> words)
    {
        var scores = new double[count];
        var length = 0.0;
        foreach (var feature in features.Of(words))
        {
            if (!numbers.TryGetValue(feature, out var number))
            {
                continue;
            }

            length += rarity[number] * rarity[number];
            foreach (var (topic, weight) in topicsOf[number])
            {
                scores[topic] += rarity[number] * weight;
            }
        }

        for (var i = 0; i < count && length > 0; i++)
        {
            scores[i] /= Math.Sqrt(length);
        }

        return scores;
    }

    /// <summary>The numbers of a text's features, counting in how many texts each is.</summary>
    private int[] Number(string text, List<int> often)
    {
        var found = features.Of(Words.Split(Words.Fold(text)));
        var numbered = new int[found.Count];
        var at = 0;
        foreach (var feature in found)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, feature, out var known);
            if (!known)
            {
                number = often.Count;
                often.Add(0);
            }

            often[number]++;
            numbered[at++] = number;
        }

        return numbered;
    }

    /// <param name="topic">The number of the topic.</param>
    /// <param name="texts">What is said of it.</param>
    /// <param name="sum">Noughts, and left so.</param>
    private void Learn(int topic, List<(int[] Features, float Weight)> texts, float[] sum)
    {
        var said = new HashSet<int>();
        foreach (var (numbered, weight) in texts)
        {
            var length = MathF.Sqrt(numbered.Sum(n => rarity[n] * rarity[n]));
            foreach (var number in numbered)
            {
                said.Add(number);
                sum[number] += weight * rarity[number] / length;
            }
        }

        var norm = 0f;
        foreach (var number in said)
        {
            sum[number] = MathF.Pow(sum[number], Ranking.ModelDamping);
            norm += sum[number] * sum[number];
        }

        foreach (var number in said)
        {
            (topicsOf[number] ??= []).Add((topic, sum[number] / MathF.Sqrt(norm)));
            sum[number] = 0;
        }
    }
}
