using Helpline.Analytics.Figures;

namespace Helpline.Analytics.Messages;

/// <summary>The contacts of one window by one dimension. The rows and what is not shown add up to the whole.</summary>
public sealed record TotalsTable
{
    /// <summary>What the rows are.</summary>
    public required FiguresDimension Dimension { get; init; }

    /// <summary>Group of topics or region of authorities; otherwise null.</summary>
    public string? ParentCode { get; init; }

    /// <summary>The codes that may be shown.</summary>
    public required IReadOnlyList<CodeCount> Rows { get; init; }

    /// <summary>Contacts of two or more other codes together; 0 when every code is shown.</summary>
    public required int NotShown { get; init; }
}
