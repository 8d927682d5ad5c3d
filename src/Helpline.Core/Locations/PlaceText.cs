using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Helpline.Core.Locations;

/// <summary>Brings a place name into one form: lower case, no accents or marks, "and" for "&amp;", "st" for "saint".</summary>
internal static class PlaceText
{
    /// <summary>Longer input is no place; reading it would only cost time.</summary>
    public const int LongestInput = 200;

    private const int MostWords = 40;

    // Words that surround a place in speech and in hurried typing, taken off both ends.
    private static readonly FrozenSet<string> Filler = Set(
        "i im ive m we were are am live lives living moved in near from around by my our your the a is its it s that thats this to at of on " +
        "just outside postcode postal post code zip address um umm uhm er erm uh ah oh well so yes yeah hello hi please thanks thank you " +
        "area region place home town village england uk united kingdom child childs son daughter lives local phone number tel telephone " +
        "under with and called");

    // Words that say what kind of body a council is.
    private static readonly FrozenSet<string> Before = Set("the city county borough london royal metropolitan district council municipal corporation lb rb of");
    private static readonly FrozenSet<string> After = Set(
        "the council city county borough district metropolitan unitary authority authorities corporation town mbc mdc cc bc dc lea la education send sen team department services");

    public static IReadOnlyList<string> Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (c == '&')
            {
                words.Append(" and ");
            }
            else if (c is not ('\'' or '’' or '‘' or '`') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                words.Append(' ');
            }
        }

        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(w => w == "saint" ? "st" : w)];
    }

    public static string Key(string text) => string.Join(' ', Words(text));

    public static bool IsFiller(string word) => Filler.Contains(word);

    /// <summary>True for a word that names no place: it surrounds one, or says what kind of council it is.</summary>
    public static bool NamesNothing(string word) => Filler.Contains(word) || Before.Contains(word) || After.Contains(word);

    public static IReadOnlyList<string> WithoutFiller(IReadOnlyList<string> words) => Trim(words, Filler.Contains, Filler.Contains);

    /// <summary>Takes off "city of", "council" and the like; null when nothing of the kind is there or nothing else would be left.</summary>
    public static IReadOnlyList<string>? WithoutDesignation(IReadOnlyList<string> words)
    {
        // "London" goes only with the rest of "London Borough of": on its own it is a place.
        var of = words.ToList().IndexOf("of");
        var start = of > 0 && words.Take(of).All(Before.Contains) ? of + 1 : 0;
        var trimmed = Trim([.. words.Skip(start)], _ => false, After.Contains);
        return trimmed.Count == 0 || trimmed.Count == words.Count ? null : trimmed;
    }

    private static List<string> Trim(IReadOnlyList<string> words, Func<string, bool> front, Func<string, bool> back)
    {
        var first = 0;
        var last = words.Count - 1;
        while (first <= last && front(words[first]))
        {
            first++;
        }

        while (last >= first && back(words[last]))
        {
            last--;
        }

        return [.. words.Skip(first).Take(last - first + 1)];
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
