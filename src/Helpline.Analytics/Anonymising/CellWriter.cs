using Helpline.Analytics.Figures;
using Helpline.Analytics.Messages;

namespace Helpline.Analytics.Anonymising;

/// <summary>Turns cells into what is published, with as much about outcomes and times as may be told.</summary>
internal static class CellWriter
{
    private static readonly FiguresDimension[] Told =
        [FiguresDimension.Kind, FiguresDimension.Outcome, FiguresDimension.Wait, FiguresDimension.Handling];

    public static List<ContactCell> Write(IReadOnlyList<Cell> cells, IReadOnlyList<TotalsTable> totals, int k)
    {
        var told = Told.ToDictionary(
            dimension => dimension,
            dimension => Tell(cells, totals.Single(table => table.Dimension == dimension), k));
        return [.. cells.Select((cell, index) => Publish(cell) with
        {
            Kinds = told[FiguresDimension.Kind][index],
            Outcomes = told[FiguresDimension.Outcome][index],
            Waits = told[FiguresDimension.Wait][index],
            Handlings = told[FiguresDimension.Handling][index],
        })];
    }

    // The same rule as between cells and totals: a cell keeps quiet where its counts would betray a small remainder.
    private static List<IReadOnlyList<CodeCount>> Tell(IReadOnlyList<Cell> cells, TotalsTable table, int k)
    {
        var told = cells
            .Select(cell => SuppressedTable.Of(
                cell.Records.SelectMany(record => Totals.CodesOf(record, table.Dimension)), k).Rows)
            .ToList();
        while (FirstToKeepQuiet(cells, told, table, k) is { } index)
        {
            told[index] = [];
        }

        return told;
    }

    private static int? FirstToKeepQuiet(
        IReadOnlyList<Cell> cells, List<IReadOnlyList<CodeCount>> told, TotalsTable table, int k)
    {
        var carrying = Enumerable.Range(0, cells.Count)
            .SelectMany(index => told[index].Select(row => (index, row)))
            .ToLookup(pair => Reconciler.RowOf(table, pair.row.Code));
        foreach (var (row, total) in Reconciler.Rows(table))
        {
            if (carrying[row].Any() && Reconciler.Betrays(total, carrying[row].Sum(pair => pair.row.Count), k))
            {
                return carrying[row]
                    .OrderBy(pair => pair.row.Count)
                    .ThenBy(pair => cells[pair.index].Key, StringComparer.Ordinal).First().index;
            }
        }

        return null;
    }

    private static ContactCell Publish(Cell cell) => new()
    {
        Channel = cell.Channel,
        RegionCode = cell.CodeAt(Hierarchy.Place, 1),
        AuthorityCode = cell.CodeAt(Hierarchy.Place, 2),
        TopicGroupId = cell.CodeAt(Hierarchy.Topic, 1),
        TopicId = cell.CodeAt(Hierarchy.Topic, 2),
        StageId = cell.CodeAt(Hierarchy.Stage, 1),
        EnquirerRoleId = cell.CodeAt(Hierarchy.Role, 1),
        Day = cell.Level(Hierarchy.Time) >= 1 ? cell.Records[0].Day : null,
        Hour = cell.Level(Hierarchy.Time) >= 2 ? cell.Records[0].Hour : null,
        Count = cell.Count,
    };
}
