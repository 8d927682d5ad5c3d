namespace Helpline.Knowledge.Search.Analysis;

/// <summary>
/// M. F. Porter's algorithm (An algorithm for suffix stripping, Program 14(3), 1980). Only words of small ASCII letters are stemmed.
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Becomes)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("iser", "ise"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("isation", "ise"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Becomes)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("alise", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "ise",
    ];

    public static string Stem(string word)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        word = EndsInE(Suffixes(Replace(Replace(YToI(PastAndProgressive(Plural(word))), Step2), Step3)));
        return Measure(word, word.Length) > 1 && word.EndsWith("ll", StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static string Plural(string w) =>
        w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("ies", StringComparison.Ordinal) ? w[..^2]
        : w.EndsWith("ss", StringComparison.Ordinal) || !w.EndsWith('s') ? w
        : w[..^1];

    private static string PastAndProgressive(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(w, w.Length - 3) > 0 ? w[..^1] : w;
        }

        var cut = w.EndsWith("ed", StringComparison.Ordinal) ? 2 : w.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (cut == 0 || !HasVowel(w, w.Length - cut))
        {
            return w;
        }

        w = w[..^cut];
        if (w.EndsWith("at", StringComparison.Ordinal) || w.EndsWith("bl", StringComparison.Ordinal) || w.EndsWith("iz", StringComparison.Ordinal))
        {
            return w + "e";
        }

        if (EndsInDouble(w, w.Length) && w[^1] is not ('l' or 's' or 'z'))
        {
            return w[..^1];
        }

        return Measure(w, w.Length) == 1 && EndsInShort(w, w.Length) ? w + "e" : w;
    }

    private static string YToI(string w) => w.EndsWith('y') && HasVowel(w, w.Length - 1) ? w[..^1] + "i" : w;

    private static string Replace(string w, (string Suffix, string Becomes)[] rules)
    {
        foreach (var (suffix, becomes) in rules)
        {
            if (w.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Measure(w, w.Length - suffix.Length) > 0 ? w[..^suffix.Length] + becomes : w;
            }
        }

        return w;
    }

    private static string Suffixes(string w)
    {
        var longest = "";
        foreach (var suffix in Step4)
        {
            longest = suffix.Length > longest.Length && w.EndsWith(suffix, StringComparison.Ordinal) ? suffix : longest;
        }

        var stem = w.Length - longest.Length;
        if (longest.Length == 0 || Measure(w, stem) <= 1 || (longest == "ion" && (stem == 0 || w[stem - 1] is not ('s' or 't'))))
        {
            return w;
        }

        return w[..stem];
    }

    private static string EndsInE(string w)
    {
        if (!w.EndsWith('e'))
        {
            return w;
        }

        var measure = Measure(w, w.Length - 1);
        return measure > 1 || (measure == 1 && !EndsInShort(w, w.Length - 1)) ? w[..^1] : w;
    }

    private static bool IsVowel(string w, int i) => w[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (w[i] == 'y' && i > 0 && !IsVowel(w, i - 1));

    private static bool HasVowel(string w, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (IsVowel(w, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInDouble(string w, int length) => length > 1 && w[length - 1] == w[length - 2] && !IsVowel(w, length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x or y.</summary>
    private static bool EndsInShort(string w, int length) =>
        length > 2 && !IsVowel(w, length - 1) && IsVowel(w, length - 2) && !IsVowel(w, length - 3) && w[length - 1] is not ('w' or 'x' or 'y');

    /// <summary>How many times a vowel is followed by a consonant.</summary>
    private static int Measure(string w, int length)
    {
        var count = 0;
        for (var i = 1; i < length; i++)
        {
            count += IsVowel(w, i - 1) && !IsVowel(w, i) ? 1 : 0;
        }

        return count;
    }
}
