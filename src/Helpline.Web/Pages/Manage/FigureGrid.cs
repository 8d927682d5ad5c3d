using System.Text;

namespace Helpline.Web.Pages.Manage;

/// <summary>How a table is also drawn.</summary>
public enum ChartKind
{
    /// <summary>Not drawn.</summary>
    None,

    /// <summary>One bar for each week, its rows on top of one another.</summary>
    Bars,

    /// <summary>One line for each row.</summary>
    Lines,

    /// <summary>A square for each row and week, the darker the more.</summary>
    Squares,

    /// <summary>One line of shares, with the standard and the target.</summary>
    Shares,
}

/// <summary>One cell as it is written everywhere: on the page, in the download and, as a value, in the chart.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Value">The number to draw; null where there is none.</param>
public sealed record GridCell(string Text, double? Value = null)
{
    /// <summary>Marks a number that is withheld, as official statistics in the UK do.</summary>
    public const string SuppressedMark = "[c]";

    public static GridCell Suppressed { get; } = new(SuppressedMark);

    public bool IsSuppressed => Text == SuppressedMark;
}

/// <summary>What a chart makes of a row.</summary>
public enum RowPart
{
    /// <summary>Drawn.</summary>
    Drawn,

    /// <summary>The whole behind the parts; bars show it where parts are withheld.</summary>
    Total,

    /// <summary>Only in the table.</summary>
    TableOnly,
}

/// <summary>One row.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Part">What a chart makes of it.</param>
public sealed record GridRow(string Label, IReadOnlyList<GridCell> Cells, RowPart Part = RowPart.Drawn);

/// <summary>A column.</summary>
/// <param name="Text">Its heading.</param>
/// <param name="Week">The Monday, for the chart; null where the column is no week.</param>
public sealed record GridColumn(string Text, DateOnly? Week = null);

/// <summary>A table of figures: one source for the page, the download and the chart, so that they cannot differ.</summary>
public sealed record FigureGrid
{
    /// <summary>Its name in addresses and element ids.</summary>
    public required string Id { get; init; }

    public required string Heading { get; init; }

    /// <summary>What the table counts, in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>The heading of the first column.</summary>
    public required string Corner { get; init; }

    public required IReadOnlyList<GridColumn> Columns { get; init; }

    public required IReadOnlyList<GridRow> Rows { get; init; }

    public ChartKind Chart { get; init; }

    public bool HasSuppressed => Rows.Any(row => row.Cells.Any(cell => cell.IsSuppressed));

    /// <summary>The table as comma-separated values (RFC 4180).</summary>
    public string ToCsv()
    {
        var text = new StringBuilder();
        Line(text, [Corner, .. Columns.Select(column => column.Text)]);
        foreach (var row in Rows)
        {
            Line(text, [row.Label, .. row.Cells.Select(cell => cell.Text)]);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
