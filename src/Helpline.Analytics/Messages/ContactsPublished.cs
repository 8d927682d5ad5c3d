namespace Helpline.Analytics.Messages;

/// <summary>The combinations of one closed window that at least k contacts share.</summary>
public sealed record ContactsPublished
{
    /// <summary>Version of the contract.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The window: contacts, the week's Monday and a running number, as a code.</summary>
    public required string WindowId { get; init; }

    /// <summary>Monday of the week of arrival, Europe/London.</summary>
    public required DateOnly WeekStarting { get; init; }

    /// <summary>The fewest contacts any cell may stand for.</summary>
    public required int K { get; init; }

    /// <summary>The cells. Every contact is in one cell at most.</summary>
    public required IReadOnlyList<ContactCell> Cells { get; init; }
}
