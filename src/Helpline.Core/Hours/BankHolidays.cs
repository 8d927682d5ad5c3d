using System.Collections.Frozen;

namespace Helpline.Core.Hours;

/// <summary>The bank holidays of England, from <c>content/bank-holidays.yaml</c>.</summary>
public sealed class BankHolidays
{
    private readonly FrozenDictionary<DateOnly, string> days;

    /// <summary>Holds the given days.</summary>
    public BankHolidays(IReadOnlyDictionary<DateOnly, string> days)
    {
        this.days = days.ToFrozenDictionary();
        KnownUntil = new DateOnly(days.Keys.DefaultIfEmpty(DateOnly.MinValue).Max().Year, 12, 31);
    }

    /// <summary>Last day of the last year listed; later days are not known.</summary>
    public DateOnly KnownUntil { get; }

    /// <summary>The name of the bank holiday on a day in London, or null.</summary>
    public string? NameOn(DateOnly day) => days.GetValueOrDefault(day);

    /// <summary>True on a day from Monday to Friday that is no bank holiday.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !days.ContainsKey(day);
}
