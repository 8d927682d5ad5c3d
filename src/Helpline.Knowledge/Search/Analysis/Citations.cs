using System.Text.RegularExpressions;

namespace Helpline.Knowledge.Search.Analysis;

/// <summary>
/// Recognises s.36(8), section 36, ss 36 and 37, reg 12(1)(a), rule 20, para 9.69, schedule 17, article 15, 36(1) and the sections A to K
/// of a plan. Works on folded text.
/// </summary>
internal static partial class Citations
{
    private const string Number = @"(?<num>\d{1,3}[a-z]{0,2}(?:\.\d{1,3})?)(?<subs>(?:\s?\((?:\d{1,2}[a-z]?|[a-z]|[ivx]{2,5})\)){0,4})(?![\p{L}\p{N}])";

    public static List<Citation> Find(string folded)
    {
        var found = new List<Citation>();
        var end = 0;
        foreach (Match match in Pattern().Matches(folded))
        {
            if (match.Index < end)
            {
                continue;
            }

            var kind = match.Groups["kind"].Value;
            end = match.Index + match.Length;
            if (match.Groups["letter"].Success)
            {
                found.Add(Plan(folded, match, ref end));
                continue;
            }

            found.Add(new Citation(match.Index, match.Length, Tokens(Prefix(kind, match.Groups["para"].Success), match)));
            while (IsPlural(kind) && Another().Match(folded, end) is { Success: true } next)
            {
                found.Add(new Citation(next.Groups["num"].Index, next.Index + next.Length - next.Groups["num"].Index, Tokens(Prefix(kind, false), next)));
                end = next.Index + next.Length;
            }
        }

        return found;
    }

    private static Citation Plan(string folded, Match match, ref int end)
    {
        var tokens = new List<string> { $"plan{match.Groups["letter"].Value}" };
        while (AnotherLetter().Match(folded, end) is { Success: true } next)
        {
            tokens.Add($"plan{next.Groups["letter"].Value}");
            end = next.Index + next.Length;
        }

        return new Citation(match.Index, end - match.Index, tokens);
    }

    private static List<string> Tokens(string prefix, Match match)
    {
        var number = match.Groups["num"].Value;
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            // A paragraph of the Code of Practice lies in the chapter of its first number.
            return [$"chap{number[..dot]}", $"par{number.Replace('.', 'p')}"];
        }

        var tokens = new List<string> { prefix + number };
        foreach (Match sub in Sub().Matches(match.Groups["subs"].Value))
        {
            tokens.Add($"{tokens[^1]}x{sub.Value}");
        }

        return tokens;
    }

    private static bool IsPlural(string kind) => kind is "sections" or "secs" or "ss" or "regulations" or "regs" or "paragraphs" or "paras" or "rules" or "chapters";

    private static string Prefix(string kind, bool para) => kind.TrimEnd('.') switch
    {
        "regulation" or "regulations" or "reg" or "regs" => "reg",
        "paragraph" or "paragraphs" or "para" or "paras" => "par",
        "rule" or "rules" or "r" => "rule",
        "schedule" or "schedules" or "sch" => "sched",
        "chapter" or "chapters" or "ch" => "chap",
        "article" or "articles" or "art" => "art",
        _ => para ? "par" : "sec",
    };

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}'])(?:"
        + @"sections?\s{1,2}(?<letter>[a-k][12]?)(?![\p{L}\p{N}'])"
        + @"|(?:(?<kind>sections?|secs?|ss?|§|regulations?|regs?|paragraphs?|paras?|rules?|r|schedules?|sch|chapters?|ch|articles?|art)\.?\s{0,2})" + Number
        + @"|(?<![.£(])(?<num>\d{3}(?!th|st|nd|rd|mg|ml|cm|mm|km|am|pm)[a-z]{1,2})(?<subs>)(?![\p{L}\p{N}])"
        + @"|(?<![.£(])(?<num>\d{1,3}[a-z]{0,2})(?<subs>\(\d{1,2}[a-z]?\)(?:\((?:[a-z]|[ivx]{2,5})\)){0,3})(?![\p{L}\p{N}])"
        + @"|(?<![.£(])(?<para>(?<num>\d{1,2}\.\d{1,3}))(?![\p{L}\p{N}.%:])"
        + ")",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\G\s{0,2}(?:,\s?and|,|and|or|&|to|-|–)\s{0,2}" + Number, RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    [GeneratedRegex(@"\G\s{0,2}(?:,\s?and|,|and|or|&|to|-|–)\s{0,2}(?<letter>[a-k][12]?)(?![\p{L}\p{N}'])", RegexOptions.CultureInvariant)]
    private static partial Regex AnotherLetter();

    [GeneratedRegex(@"[a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Sub();
}
