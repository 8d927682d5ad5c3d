using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search.Lay;

/// <summary>
/// Texts as vectors of length 1 over words and pairs of words that stand near each other, so that "not go" and "go" are different things. What is rare among the
/// texts it was made from counts more; what is not among them counts nothing.
/// </summary>
internal sealed class LayVectors
{
    private const int MostUnits = 250;
    private readonly LayUnits units;
    private readonly Dictionary<string, double> rarity = new(StringComparer.Ordinal);

    /// <param name="texts">The texts to learn rarity from.</param>
    /// <param name="units">Cuts texts into units.</param>
    public LayVectors(IReadOnlyCollection<string> texts, LayUnits units)
    {
        this.units = units;
        foreach (var (feature, often) in texts.SelectMany(t => Features(Words.Split(Words.Fold(t)))).CountBy(f => f))
        {
            rarity[feature] = Math.Log(1 + (texts.Count / (double)often));
        }
    }

    /// <summary>The vector of a text; empty when nothing in it is known.</summary>
    public Dictionary<string, double> Of(string text) => Of(Words.Split(Words.Fold(text)));

    /// <summary>The vector of words; empty when none of them is known.</summary>
    public Dictionary<string, double> Of(IReadOnlyList<Word> words)
    {
        var known = Features(words).Where(rarity.ContainsKey).ToDictionary(f => f, f => rarity[f], StringComparer.Ordinal);
        var norm = Math.Sqrt(known.Values.Sum(v => v * v));
        return known.ToDictionary(v => v.Key, v => v.Value / norm, StringComparer.Ordinal);
    }

    private HashSet<string> Features(IReadOnlyList<Word> words)
    {
        var text = units.Of(words);
        var features = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(text.Count, MostUnits); i++)
        {
            features.Add(text[i]);
            for (var next = i + 1; next <= i + 2 && next < text.Count; next++)
            {
                features.Add(string.CompareOrdinal(text[i], text[next]) < 0 ? $"{text[i]} {text[next]}" : $"{text[next]} {text[i]}");
            }
        }

        return features;
    }
}
