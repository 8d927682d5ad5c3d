using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Helpline.Knowledge.Search.Analysis;

/// <summary>The stem of a word, with irregular forms brought to one: sent is send, taken is take.</summary>
internal static class Stems
{
    /// <summary>Stems remembered; beyond these they are worked out each time.</summary>
    private const int MostKnown = 50_000;

    private const string Irregular = """
        send sent|take took taken|tell told|lose lost|give gave given|hold held|leave left|feel felt|pay paid|meet met|throw threw thrown|break broke broken
        write wrote written|win won|fight fought|teach taught|bring brought|buy bought|catch caught|find found|choose chose chosen|drive drove driven
        speak spoke spoken|hear heard|beat beaten|bite bit bitten|know knew known|stand stood|understand understood|forget forgot forgotten|hide hid hidden
        fall fell fallen|keep kept|say said|go went gone|see saw seen|sit sat|run ran|think thought|drag dragged|come came|begin began begun|spend spent
        child children|sleep slept|wear wore worn|rise rose risen|seek sought|withdraw withdrew withdrawn|ring rang rung|swear swore sworn|shut shutting
        grow grew grown|eat ate eaten|deal dealt|mean meant|build built|draw drew drawn|steal stole stolen|wake woke woken
        """;

    private static readonly FrozenDictionary<string, string> Forms = Irregular
        .Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .SelectMany(line => line.Skip(1).Select(form => KeyValuePair.Create(form, line[0])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The stem of a word of our own texts, remembered because they are read again and again.</summary>
    public static string OfOurs(string word)
    {
        if (Known.TryGetValue(word, out var stem))
        {
            return stem;
        }

        stem = Of(word);
        return Known.Count < MostKnown ? Known.GetOrAdd(word, stem) : stem;
    }

    /// <summary>The stem of any word; what users type is not remembered.</summary>
    public static string Of(string word) => Known.TryGetValue(word, out var stem) ? stem : PorterStemmer.Stem(Forms.GetValueOrDefault(word, word));
}
