using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;

namespace Helpline.Analytics.Anonymising;

/// <summary>
/// The pure core: a window of facts in, what may be published out. See docs/adr/0009-anonymisation.md. The order of
/// the window makes no difference.
/// </summary>
internal static class Anonymiser
{
    public static AnonymisedWindow Anonymise(IReadOnlyList<ContactFacts> window, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        var records = window.Select(QuasiRecord.Of).ToList();
        var totals = Totals.Build(records, k);
        var shown = totals.Single(table => table.Dimension == FiguresDimension.Channel).Rows
            .Select(row => row.Code).ToHashSet();

        var cells = records
            .GroupBy(record => record.Channel, StringComparer.Ordinal)
            .Where(channel => channel.Count() >= k)
            .OrderBy(channel => channel.Key, StringComparer.Ordinal)
            .SelectMany(channel => Partitioner.Partition([.. channel], k))
            .ToList();
        KeepShortfallCompany(cells, records.Count, shown, k);
        var published = CellWriter.Write(Reconciler.GiveWay(cells, totals, k), totals, k);

        return new AnonymisedWindow
        {
            Contacts = records.Count,
            NotInCells = records.Count - published.Sum(cell => cell.Count),
            Cells = published,
            Tables = totals,
        };
    }

    // A channel with fewer than k contacts is in no cell. Alone it could be had by taking the cells from the total, so
    // the smallest cell of the channel hidden along with it in the table of channels is kept back too.
    private static void KeepShortfallCompany(List<Cell> cells, int contacts, HashSet<string> shown, int k)
    {
        if (Reconciler.Betrays(contacts, cells.Sum(cell => cell.Count), k) && cells.Count > 0)
        {
            cells.Remove(cells
                .Where(cell => !shown.Contains(cell.Channel))
                .OrderBy(cell => cell.Count).ThenBy(cell => cell.Key, StringComparer.Ordinal)
                .First());
        }
    }
}
