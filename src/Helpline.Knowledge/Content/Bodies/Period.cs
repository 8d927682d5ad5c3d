using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>A length of time as written: "six weeks", "15 working days", "a 20-week limit".</summary>
/// <param name="Length">How many.</param>
/// <param name="Unit">day, week, month or year, with "working " or "school " before it where that was written.</param>
internal readonly partial record struct Period(int Length, string Unit)
{
    private static readonly string[] Numbers =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>Every period in a text, with the words it stands in.</summary>
    public static IEnumerable<(Period Period, string Words)> In(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            if (Number(match.Groups["number"].Value.ToLowerInvariant()) is { } number)
            {
                var kind = match.Groups["kind"].Value.ToLowerInvariant();
                yield return (new Period(number, (kind is "working" or "school" ? kind + " " : "") + match.Groups["unit"].Value.ToLowerInvariant()), match.Value);
            }
        }
    }

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Array.IndexOf(Numbers, word) is var at and > 0 ? at : null;

    [GeneratedRegex(@"\b(?<number>\d{1,3}|[a-z]+)[\s\u00A0-]+(?:(?<kind>calendar|working|school|full|whole)[\s\u00A0-]+)?(?<unit>day|week|month|year)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
