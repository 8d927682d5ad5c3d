using Helpline.Analytics.Messages;

namespace Helpline.Analytics.Anonymising;

/// <summary>A column of counts made safe to show next to its total.</summary>
/// <param name="Rows">The codes shown, the largest first.</param>
/// <param name="NotShown">All the others together.</param>
internal sealed record SuppressedTable(IReadOnlyList<CodeCount> Rows, int NotShown)
{
    /// <summary>
    /// Hides every count below k and then, so that a hidden count cannot be had by taking the shown ones from the
    /// total, hides the smallest of the rest until at least two are hidden and together they come to k.
    /// </summary>
    public static SuppressedTable Of(IEnumerable<KeyValuePair<string, int>> counts, int k)
    {
        var rows = counts.Where(pair => pair.Value > 0)
            .Select(pair => new CodeCount(pair.Key, pair.Value))
            .OrderByDescending(row => row.Count).ThenByDescending(row => row.Code, StringComparer.Ordinal)
            .ToList();
        var shown = rows.Count(row => row.Count >= k);
        var hidden = rows.Skip(shown).Sum(row => row.Count);
        while (shown > 0 && shown < rows.Count && (rows.Count - shown < 2 || hidden < k))
        {
            hidden += rows[--shown].Count;
        }

        return new SuppressedTable(rows[..shown], hidden);
    }

    public static SuppressedTable Of(IEnumerable<string> codes, int k) =>
        Of(codes.CountBy(code => code, StringComparer.Ordinal), k);
}
