namespace Helpline.Knowledge.Currency;

/// <summary>Something that states law, or is law, with the dates that say how current it is. All dates are days in England.</summary>
public sealed record LegalNode
{
    /// <summary>Which it is.</summary>
    public required NodeId Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The day on which the law it states was checked.</summary>
    public required DateOnly LawAsAt { get; init; }

    /// <summary>The day it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>The day by which it must be reviewed again.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>The first day on which what it says is law; null when that is open.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which what it says is law; null when that is open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>What it cites.</summary>
    public required IReadOnlyList<NodeId> Cites { get; init; }
}
