using Helpline.Analytics.Figures;

namespace Helpline.Web.Pages.Manage;

/// <summary>Satisfaction as tables: the share who gave 4 or 5 of 5 to the question whether we helped.</summary>
internal static class SatisfactionGrids
{
    private const string About = "Share of those who answered “Did we help?” with 4 or 5 of 5. The standard is at least 80%, the target above 90%.";

    public static FigureGrid ByWeek(string id, SatisfactionTable table)
    {
        var all = table.Rows.Single();
        IReadOnlyList<SatisfactionCell> cells = [.. all.Weeks, all.Period];
        return new FigureGrid
        {
            Id = id,
            Heading = "Satisfaction by week",
            About = About,
            Corner = "All contacts",
            Chart = ChartKind.Shares,
            Columns = [.. table.Weeks.Select(week => new GridColumn(FigureText.Week(week), week)), new GridColumn("Period")],
            Rows =
            [
                new GridRow("Satisfied", [.. cells.Select(Share)]),
                new GridRow("Answers", [.. cells.Select(Answers)], RowPart.TableOnly),
                new GridRow("Standard of 80%", [.. cells.Select(cell => Met(cell.MeetsStandard, cell.Suppressed))], RowPart.TableOnly),
                new GridRow("Target of 90%", [.. cells.Select(cell => Met(cell.MeetsTarget, cell.Suppressed))], RowPart.TableOnly),
            ],
        };
    }

    public static FigureGrid Over(string id, string heading, string corner, SatisfactionTable table, Func<string, string> label) => new()
    {
        Id = id,
        Heading = heading,
        About = About + " Over the whole period, from the weeks that could be shown.",
        Corner = corner,
        Columns = [new("Satisfied"), new("Answers"), new("Standard of 80%"), new("Target of 90%")],
        Rows =
        [
            .. table.Rows.Select(row => new GridRow(
                label(row.Code),
                [Share(row.Period), Answers(row.Period), Met(row.Period.MeetsStandard, row.Period.Suppressed), Met(row.Period.MeetsTarget, row.Period.Suppressed)])),
        ],
    };

    private static GridCell Share(SatisfactionCell cell) =>
        cell.Suppressed ? GridCell.Suppressed : new GridCell(FigureText.Percent(cell.Share), cell.Share);

    private static GridCell Answers(SatisfactionCell cell) =>
        cell.Responses is { } responses ? new GridCell(FigureText.Number(responses), responses) : GridCell.Suppressed;

    private static GridCell Met(bool? met, bool suppressed) =>
        suppressed ? GridCell.Suppressed : new GridCell(met switch { true => "Met", false => "Not met", null => FigureText.None });
}
