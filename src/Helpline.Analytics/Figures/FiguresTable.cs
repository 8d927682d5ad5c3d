namespace Helpline.Analytics.Figures;

/// <summary>
/// One cell. <see cref="Suppressed"/> means that it may hold contacts but its number is withheld; the number is then
/// null. A number that is shown counts the contacts published under the row's code.
/// </summary>
/// <param name="Count">Contacts; null when suppressed.</param>
/// <param name="Suppressed">True when the number is withheld.</param>
public sealed record FigureCell(int? Count, bool Suppressed);

/// <summary>One row of a table.</summary>
/// <param name="Code">The row's code in its dimension; not-known where nobody said.</param>
/// <param name="ParentCode">Group of a topic, region of an authority; otherwise null.</param>
/// <param name="Cells">One cell per week, in the order of the table's weeks.</param>
/// <param name="Shown">Sum of the cells that are shown: the whole of the row only when <paramref name="IsComplete"/>.</param>
/// <param name="IsComplete">True when nothing in the row is suppressed.</param>
public sealed record FiguresRow(string Code, string? ParentCode, IReadOnlyList<FigureCell> Cells, int Shown, bool IsComplete);

/// <summary>Contacts by one dimension and week. Each column adds up: shown cells + not shown = total.</summary>
/// <param name="Dimension">What the rows are.</param>
/// <param name="Weeks">Mondays, Europe/London.</param>
/// <param name="Rows">Rows, the largest first.</param>
/// <param name="NotShown">Contacts of each week that no row shows, all together.</param>
/// <param name="Totals">All contacts of each week in the table.</param>
public sealed record FiguresTable(
    FiguresDimension Dimension,
    IReadOnlyList<DateOnly> Weeks,
    IReadOnlyList<FiguresRow> Rows,
    IReadOnlyList<int> NotShown,
    IReadOnlyList<int> Totals);
