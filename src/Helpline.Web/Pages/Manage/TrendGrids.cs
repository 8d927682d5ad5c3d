using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using Helpline.Core.Common;

namespace Helpline.Web.Pages.Manage;

/// <summary>The tables of trends, from the anonymised figures alone.</summary>
public sealed class TrendGrids(IFiguresQueries figures, FigureLabels labels, TimeProvider time)
{
    /// <summary>The lengths of period to choose from, in weeks.</summary>
    public static IReadOnlyList<int> Choices { get; } = [4, 13, 26];

    /// <summary>The tables in the order of the page, by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["answered", "channels", "topics", "regions", "satisfaction", "satisfaction-topics", "satisfaction-regions", "satisfaction-channels"];

    /// <summary>The weeks up to the last that is over.</summary>
    public FiguresPeriod Period(int weeks)
    {
        var last = CoarseTime.MondayOf(time.LondonToday()).AddDays(-7);
        return new FiguresPeriod(last.AddDays(-7 * (weeks - 1)), last);
    }

    /// <summary>One table; null for a name that is none of <see cref="Names"/>.</summary>
    public async Task<FigureGrid?> ReadAsync(string? name, int weeks, CancellationToken cancellationToken)
    {
        var period = Period(weeks);
        return name switch
        {
            "answered" => Contacts(
                name, "Answered and abandoned by week", "All contacts, by how they ended. Those who gave up at once did so before the short-abandon limit.",
                "How it ended", ChartKind.Bars, await ContactsAsync(FiguresDimension.Kind), FigureLabels.KindName),
            "channels" => Contacts(
                name, "Contacts by channel and week", "How people reached us.",
                "Channel", ChartKind.Lines, await ContactsAsync(FiguresDimension.Channel), FigureLabels.ChannelName),
            "topics" => Contacts(
                name, "Contacts by topic group and week", "What people asked about, by the group of the main topic.",
                "Topic group", ChartKind.Squares, await ContactsAsync(FiguresDimension.TopicGroup), labels.TopicGroup),
            "regions" => Contacts(
                name, "Contacts by region and week", "Where the child lives.",
                "Region", ChartKind.Squares, await ContactsAsync(FiguresDimension.Region), labels.Region),
            "satisfaction" => SatisfactionGrids.ByWeek(name, await SatisfactionAsync(SatisfactionDimension.All)),
            "satisfaction-topics" => SatisfactionGrids.Over(
                name, "Satisfaction by topic group", "Topic group", await SatisfactionAsync(SatisfactionDimension.TopicGroup), labels.TopicGroup),
            "satisfaction-regions" => SatisfactionGrids.Over(
                name, "Satisfaction by region", "Region", await SatisfactionAsync(SatisfactionDimension.Region), labels.Region),
            "satisfaction-channels" => SatisfactionGrids.Over(
                name, "Satisfaction by channel", "Channel", await SatisfactionAsync(SatisfactionDimension.Channel), FigureLabels.ChannelName),
            _ => null,
        };

        Task<FiguresTable> ContactsAsync(FiguresDimension dimension) => figures.ContactsAsync(dimension, period, null, cancellationToken);

        Task<SatisfactionTable> SatisfactionAsync(SatisfactionDimension dimension) => figures.SatisfactionAsync(dimension, period, cancellationToken);
    }

    private static FigureGrid Contacts(
        string id, string heading, string about, string corner, ChartKind chart, FiguresTable table, Func<string, string> label) => new()
        {
            Id = id,
            Heading = heading,
            About = about,
            Corner = corner,
            Chart = chart,
            Columns = [.. table.Weeks.Select(week => new GridColumn(FigureText.Week(week), week)), new GridColumn("Period")],
            Rows =
            [
                .. table.Rows.Select(row => new GridRow(
                    label(row.Code),
                    [.. row.Cells.Select(cell => cell.Count is { } count ? Count(count) : GridCell.Suppressed), Shown(row)])),
                new GridRow("Not shown above, together", [.. table.NotShown.Select(Count), Count(table.NotShown.Sum())], RowPart.TableOnly),
                new GridRow("All contacts", [.. table.Totals.Select(Count), Count(table.Totals.Sum())], RowPart.Total),
            ],
        };

    private static GridCell Shown(FiguresRow row) =>
        row.IsComplete ? Count(row.Shown) : row.Shown == 0 ? GridCell.Suppressed : new GridCell($"{FigureText.Number(row.Shown)} or more", row.Shown);

    private static GridCell Count(int count) => new(FigureText.Number(count), count);
}
