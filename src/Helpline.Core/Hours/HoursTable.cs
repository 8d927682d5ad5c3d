using Helpline.Core.Contacts;

namespace Helpline.Core.Hours;

/// <summary>The content of <c>hours.yaml</c>: seven days for every channel, Sunday first, and the days that differ.</summary>
internal sealed record HoursTable
{
    public required IReadOnlyDictionary<Channel, IReadOnlyList<Shift>[]> Week { get; init; }

    public required IReadOnlyList<Closure> Closures { get; init; }

    public required bool ClosedOnBankHolidays { get; init; }
}
