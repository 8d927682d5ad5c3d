using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search.Lay;

/// <summary>Finds the phrases of <see cref="LaySource"/> in a text, whatever their order within a few words.</summary>
internal sealed class LayPhrases
{
    /// <summary>Units of a text that are looked at; what is longer has said what it is about.</summary>
    private const int MostUnits = 250;

    /// <summary>Phrases kept of one text.</summary>
    private const int MostFound = 60;

    /// <summary>Other words that may stand among those of a phrase.</summary>
    private const int Slack = 2;

    private readonly LayUnits units;
    private readonly Dictionary<string, List<Phrase>> byRarest = new(StringComparer.Ordinal);

    public LayPhrases(LaySource source, LayUnits units)
    {
        this.units = units;
        var phrases = source.Rules
            .SelectMany(rule => rule.Say.Select(say => (Rule: rule, Units: units.Of(Words.Split(Words.Fold(say))).Distinct().ToArray())))
            .Where(p => p.Units.Length > 0)
            .ToList();
        var often = phrases.SelectMany(p => p.Units).CountBy(u => u).ToDictionary();
        foreach (var (rule, said) in phrases)
        {
            var rarest = said.MinBy(u => often[u])!;
            if (!byRarest.TryGetValue(rarest, out var list))
            {
                byRarest[rarest] = list = [];
            }

            list.Add(new Phrase(rule, said));
        }
    }

    /// <summary>What a text means; nothing when it holds none of the phrases.</summary>
    public LayMeaning Read(IReadOnlyList<Word> words)
    {
        var text = units.Of(words).Take(MostUnits).ToList();
        var places = text.Select((unit, at) => (unit, at)).ToLookup(u => u.unit, u => u.at, StringComparer.Ordinal);
        var found = places
            .Where(p => byRarest.ContainsKey(p.Key))
            .SelectMany(p => byRarest[p.Key].Select(phrase => Find(phrase, p, places)))
            .OfType<Found>()
            .OrderByDescending(f => f.Places.Length)
            .Take(MostFound)
            .ToList();
        return found.Count == 0 ? LayMeaning.None : Meaning(found);
    }

    private static Found? Find(Phrase phrase, IEnumerable<int> rarest, ILookup<string, int> places)
    {
        foreach (var at in rarest)
        {
            var taken = new int[phrase.Units.Length];
            for (var i = 0; i < taken.Length; i++)
            {
                taken[i] = places[phrase.Units[i]].DefaultIfEmpty(int.MaxValue / 2).MinBy(place => Math.Abs(place - at));
            }

            if (taken.Max() - taken.Min() < taken.Length + (taken.Length > 1 ? Slack : 0))
            {
                return new Found(phrase.Rule, taken);
            }
        }

        return null;
    }

    private static LayMeaning Meaning(List<Found> found)
    {
        var topics = new Dictionary<string, double>(StringComparer.Ordinal);
        var words = new List<(string, double)>();
        foreach (var rule in found.GroupBy(f => f.Rule))
        {
            var strength = Strength([.. rule.Select(f => f.Strength(found)).OrderDescending()]);
            for (var i = 0; i < rule.Key.Topics.Count; i++)
            {
                var share = i == 0 ? strength : strength / 2;
                topics[rule.Key.Topics[i]] = Math.Max(topics.GetValueOrDefault(rule.Key.Topics[i]), share) + (0.4 * Math.Min(topics.GetValueOrDefault(rule.Key.Topics[i]), share));
            }

            if (rule.Key.Means.Length > 0)
            {
                words.Add((rule.Key.Means, Math.Min(1, strength)));
            }
        }

        return new LayMeaning(topics, words);
    }

    /// <summary>Variants of one phrase say little more than the best of them.</summary>
    private static double Strength(List<double> sorted) => sorted[0] + (0.35 * sorted.Skip(1).Take(2).Sum());

    private sealed record Phrase(LayRule Rule, string[] Units);

    private sealed record Found(LayRule Rule, int[] Places)
    {
        /// <summary>A phrase of more words is surer; one that stands within a longer phrase of another meaning counts half.</summary>
        public double Strength(List<Found> all)
        {
            var sure = Places.Length switch { 1 => 0.7, 2 => 1, 3 => 1.2, _ => 1.35 };
            var within = all.Any(f => f.Places.Length > Places.Length && f.Rule != Rule && Places.All(f.Places.Contains));
            return Rule.Weight * sure * (within ? 0.5 : 1);
        }
    }
}
