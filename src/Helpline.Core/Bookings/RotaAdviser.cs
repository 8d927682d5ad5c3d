using Helpline.Core.Advisers;
using Helpline.Core.Hours;

namespace Helpline.Core.Bookings;

/// <summary>An adviser as the rota has them.</summary>
public sealed record RotaAdviser
{
    /// <summary>The adviser.</summary>
    public required AdviserId Id { get; init; }

    /// <summary>The skills, with the last day of the training.</summary>
    public IReadOnlyDictionary<string, DateOnly> Skills { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>The usual hours by day of the week; a day left out is free.</summary>
    public IReadOnlyDictionary<DayOfWeek, IReadOnlyList<Shift>> Week { get; init; } = new Dictionary<DayOfWeek, IReadOnlyList<Shift>>();

    /// <summary>The hours of dates that differ; none means not at work.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyList<Shift>> Exceptions { get; init; } = new Dictionary<DateOnly, IReadOnlyList<Shift>>();

    /// <summary>The hours on a day in London.</summary>
    public IReadOnlyList<Shift> ShiftsOn(DateOnly day) =>
        Exceptions.TryGetValue(day, out var special) ? special : Week.TryGetValue(day.DayOfWeek, out var usual) ? usual : [];

    /// <summary>Whether the adviser works the whole time between two moments (UTC) of one day in London.</summary>
    public bool IsOnDuty(DateTime from, DateTime to) => Covers(UkTime.DayOf(from), ShiftsOn(UkTime.DayOf(from)), from, to);

    /// <summary>Whether the training for a skill is in date on a day; true for no skill.</summary>
    public bool Has(string? skillId, DateOnly day) => skillId is null || (Skills.TryGetValue(skillId, out var until) && until >= day);

    // Two spans that the change of the clocks makes meet are not joined: a call is within one of them.
    internal static bool Covers(DateOnly day, IReadOnlyList<Shift> shifts, DateTime from, DateTime to) =>
        shifts.Any(s => UkTime.Utc(day, s.From) <= from && to <= UkTime.Utc(day, s.To, closing: true));
}
