using Helpline.Analytics.Messages;

namespace Helpline.Analytics.Anonymising;

/// <summary>What one window comes to.</summary>
internal sealed record AnonymisedWindow
{
    public required int Contacts { get; init; }

    public required int NotInCells { get; init; }

    public required IReadOnlyList<ContactCell> Cells { get; init; }

    public required IReadOnlyList<TotalsTable> Tables { get; init; }
}
