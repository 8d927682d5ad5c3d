using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search.Lay;

/// <summary>
/// Compares a text with every question known to be asked, one by one; the nearest vote for their topics. Where <see cref="TopicModel"/> sees what is usual for a
/// topic, this sees that one odd thing has been asked before.
/// </summary>
internal sealed class NearestQuestions
{
    private const int Voters = 20;

    /// <summary>The power that lets one near question outvote many that are far.</summary>
    private const double Nearness = 3;

    private readonly LayVectors vectors;
    private readonly Dictionary<string, List<(int Question, float Weight)>> byFeature = new(StringComparer.Ordinal);
    private readonly int[] topicOf;
    private readonly int topics;

    /// <param name="questions">For each topic the questions and scraps known to be asked about it.</param>
    /// <param name="vectors">Makes texts into vectors.</param>
    public NearestQuestions(IReadOnlyList<IReadOnlyList<string>> questions, LayVectors vectors)
    {
        this.vectors = vectors;
        topics = questions.Count;
        topicOf = [.. questions.SelectMany((texts, topic) => texts.Select(_ => topic))];
        var number = 0;
        foreach (var text in questions.SelectMany(q => q))
        {
            foreach (var (feature, weight) in vectors.Of(text))
            {
                if (!byFeature.TryGetValue(feature, out var list))
                {
                    byFeature[feature] = list = [];
                }

                list.Add((number, (float)weight));
            }

            number++;
        }
    }

    /// <summary>The share of the votes each topic has, by its number; all 0 when nothing is near.</summary>
    public double[] Read(IReadOnlyList<Word> words)
    {
        var near = new float[topicOf.Length];
        foreach (var (feature, weight) in vectors.Of(words))
        {
            if (!byFeature.TryGetValue(feature, out var questions))
            {
                continue;
            }

            foreach (var (question, theirs) in questions)
            {
                near[question] += (float)weight * theirs;
            }
        }

        var votes = new double[topics];
        foreach (var (question, nearness) in Nearest(near))
        {
            votes[topicOf[question]] += Math.Pow(nearness, Nearness);
        }

        var all = votes.Sum();
        return all > 0 ? [.. votes.Select(v => v / all)] : votes;
    }

    private static IEnumerable<(int Question, float Nearness)> Nearest(float[] near)
    {
        var best = new PriorityQueue<int, float>();
        for (var i = 0; i < near.Length; i++)
        {
            if (near[i] <= 0)
            {
                continue;
            }

            if (best.Count < Voters)
            {
                best.Enqueue(i, near[i]);
            }
            else if (best.TryPeek(out _, out var least) && near[i] > least)
            {
                best.DequeueEnqueue(i, near[i]);
            }
        }

        return best.UnorderedItems.Select(b => (b.Element, b.Priority));
    }
}
