using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Helpline.Knowledge.Deadlines;

/// <summary>Reads days and ranges of days as people write them.</summary>
internal static class DayRanges
{
    private const int LongestLine = 100;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d M yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy", "ddd d MMM yyyy", "ddd d MMMM yyyy"];

    private static readonly string[] Between = ["..", " to ", " until ", " – ", " - ", "–"];

    /// <summary>One day in any of the usual ways of writing it.</summary>
    public static bool TryDay(string text, out DateOnly day) =>
        (DateOnly.TryParseExact(text.Trim(), Formats, English, DateTimeStyles.AllowInnerWhite, out day)
            // British English shortens September to "Sept"; people also write "Sep".
            || DateOnly.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day))
        && day >= Counting.Earliest && day <= Counting.Latest;

    public static bool TryRead(
        IEnumerable<string?> lines, int most, string what, out IReadOnlyList<DayRange> ranges, [NotNullWhen(false)] out string? error)
    {
        List<DayRange> read = [];
        ranges = read;
        error = null;
        foreach (var line in lines.Select(l => l?.Trim() ?? "").Where(l => l.Length > 0))
        {
            if (read.Count == most)
            {
                error = $"Enter at most {Words.Count(most, what)}";
                return false;
            }

            if (!TryRange(line, out var range))
            {
                var shown = line.Length <= LongestLine ? line : line[..LongestLine] + "…";
                error = $"‘{shown}’ cannot be read as a {what}. Write first day to last day, such as 2 September 2026 to 18 December 2026, or one day";
                return false;
            }

            read.Add(range);
        }

        return true;
    }

    private static bool TryRange(string line, out DayRange range)
    {
        range = default;
        if (line.Length > LongestLine)
        {
            return false;
        }

        var parts = Between.Select(b => line.Split(b, StringSplitOptions.TrimEntries)).FirstOrDefault(p => p.Length == 2) ?? [line, line];
        if (!TryDay(parts[0], out var first) || !TryDay(parts[1], out var last) || last < first)
        {
            return false;
        }

        range = new DayRange(first, last);
        return true;
    }
}
