using Helpline.Analytics.Messages;

namespace Helpline.Analytics.Anonymising;

/// <summary>
/// Cells and totals are published side by side, so one must not betray the other. Where a total less the cells that
/// carry its value leaves some contacts but fewer than k, the smallest of those cells gives the value up, and again
/// until none or at least k are left.
/// </summary>
internal static class Reconciler
{
    public static List<Cell> GiveWay(IReadOnlyList<Cell> cells, IReadOnlyList<TotalsTable> totals, int k)
    {
        var changed = cells.ToList();
        while (FirstToYield(changed, totals, k) is var (index, hierarchy, level) && index >= 0)
        {
            changed[index] = changed[index].With(changed[index].Records, hierarchy, level - 1);
        }

        // Two cells that have become alike are one.
        return [.. changed
            .GroupBy(cell => cell.Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First().Merge(group.Skip(1)))];
    }

    /// <summary>True when what a total leaves over would be a hidden number below k.</summary>
    public static bool Betrays(int total, int carried, int k) => total - carried is var left && left > 0 && left < k;

    private static (int Index, Hierarchy Hierarchy, int Level) FirstToYield(
        List<Cell> cells, IReadOnlyList<TotalsTable> totals, int k)
    {
        foreach (var table in totals)
        {
            if (Totals.Place(table.Dimension) is not var (hierarchy, level))
            {
                continue;
            }

            var carrying = Enumerable.Range(0, cells.Count)
                .Where(index => cells[index].Level(hierarchy) >= level
                    && (table.ParentCode is null || cells[index].CodeAt(hierarchy, level - 1) == table.ParentCode))
                .ToLookup(index => RowOf(table, cells[index].CodeAt(hierarchy, level)!));
            foreach (var (row, total) in Rows(table))
            {
                if (carrying[row].Any() && Betrays(total, carrying[row].Sum(index => cells[index].Count), k))
                {
                    var smallest = carrying[row]
                        .OrderBy(index => cells[index].Count)
                        .ThenBy(index => cells[index].Key, StringComparer.Ordinal).First();
                    return (smallest, hierarchy, level);
                }
            }
        }

        return (-1, default, 0);
    }

    /// <summary>The row a code is counted in; the codes a table does not show are one row, under an empty name.</summary>
    public static string RowOf(TotalsTable table, string code) => table.Rows.Any(row => row.Code == code) ? code : "";

    public static IEnumerable<(string Row, int Total)> Rows(TotalsTable table) =>
        table.Rows.Select(row => (row.Code, row.Count)).Append(("", table.NotShown));
}
