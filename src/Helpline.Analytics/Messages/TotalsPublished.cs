namespace Helpline.Analytics.Messages;

/// <summary>What one closed window adds to the totals, including the contacts that fell short of any cell.</summary>
public sealed record TotalsPublished
{
    /// <summary>Version of the contract.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The window: contacts, the week's Monday and a running number, as a code.</summary>
    public required string WindowId { get; init; }

    /// <summary>Monday of the week of arrival, Europe/London.</summary>
    public required DateOnly WeekStarting { get; init; }

    /// <summary>The fewest contacts any row may stand for.</summary>
    public required int K { get; init; }

    /// <summary>All contacts of the window.</summary>
    public required int Contacts { get; init; }

    /// <summary>Those in no cell of <see cref="ContactsPublished"/>.</summary>
    public required int NotInCells { get; init; }

    /// <summary>One table per dimension, and per group or region that is shown.</summary>
    public required IReadOnlyList<TotalsTable> Tables { get; init; }
}
