namespace Helpline.Analytics.Figures;

/// <summary>
/// Respondents and those satisfied (4 or 5 of 5 on the first question). All numbers are null when suppressed.
/// </summary>
/// <param name="Responses">People who answered the first question.</param>
/// <param name="Satisfied">Those who gave 4 or 5.</param>
/// <param name="Suppressed">True when the numbers are withheld.</param>
public sealed record SatisfactionCell(int? Responses, int? Satisfied, bool Suppressed)
{
    /// <summary>The satisfied share, 0 to 1; null when suppressed or nobody answered.</summary>
    public double? Share => Responses > 0 ? (double)Satisfied!.Value / Responses.Value : null;

    /// <summary>Whether the share meets the standard of at least 80%; null when there is no share.</summary>
    public bool? MeetsStandard => Share is { } share ? share >= SatisfactionTable.Standard : null;

    /// <summary>Whether the share is above the target of 90%; null when there is no share.</summary>
    public bool? MeetsTarget => Share is { } share ? share > SatisfactionTable.Target : null;
}

/// <summary>One row of a satisfaction table.</summary>
/// <param name="Code">The row's code; all in a table of one row.</param>
/// <param name="Weeks">One cell per week.</param>
/// <param name="Period">The cells that are shown, added up.</param>
public sealed record SatisfactionRow(string Code, IReadOnlyList<SatisfactionCell> Weeks, SatisfactionCell Period);

/// <summary>Satisfaction by one dimension and week.</summary>
/// <param name="Dimension">What the rows are.</param>
/// <param name="Weeks">Mondays, Europe/London.</param>
/// <param name="Rows">Rows, the most responses first.</param>
public sealed record SatisfactionTable(
    SatisfactionDimension Dimension,
    IReadOnlyList<DateOnly> Weeks,
    IReadOnlyList<SatisfactionRow> Rows)
{
    /// <summary>At least this share must be satisfied.</summary>
    public const double Standard = 0.80;

    /// <summary>More than this share should be satisfied.</summary>
    public const double Target = 0.90;
}
