using System.Runtime.InteropServices;
using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search.Lay;

/// <summary>
/// Cuts a text into what tells topics apart: its units, which take words of one meaning for one another, and its words as they were said, alone and two by two. Small
/// words count in this, because "can I", "how long" and "will not go" say what is asked for where the other words only say what it is about.
/// </summary>
internal sealed class LayFeatures(LayUnits units)
{
    /// <summary>Words of a text that are looked at; what is longer has said what it is about.</summary>
    private const int MostWords = 500;

    /// <summary>The features of words, each once.</summary>
    public HashSet<LayFeature> Of(IReadOnlyList<Word> words)
    {
        var said = words.Count <= MostWords ? words : [.. words.Take(MostWords)];
        var features = new HashSet<LayFeature>(4 * said.Count);
        foreach (var unit in units.Of(said))
        {
            features.Add(new LayFeature(LayFeatureKind.Unit, unit, ""));
        }

        for (var i = 0; i < said.Count; i++)
        {
            features.Add(new LayFeature(LayFeatureKind.Word, said[i].Text, ""));
            if (i + 1 < said.Count)
            {
                features.Add(new LayFeature(LayFeatureKind.Pair, said[i].Text, said[i + 1].Text));
            }

            if (i + 2 < said.Count)
            {
                features.Add(new LayFeature(LayFeatureKind.Around, said[i].Text, said[i + 2].Text));
            }
        }

        return features;
    }
}

/// <summary>What kind of thing a feature is.</summary>
internal enum LayFeatureKind
{
    /// <summary>A unit of <see cref="LayUnits"/>.</summary>
    Unit,

    /// <summary>A word as it was said.</summary>
    Word,

    /// <summary>Two words side by side.</summary>
    Pair,

    /// <summary>Two words with any one between.</summary>
    Around,
}

/// <summary>One thing a text holds.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="First">The unit or word.</param>
/// <param name="Second">The second word of two; otherwise empty.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LayFeature(LayFeatureKind Kind, string First, string Second);
