namespace Helpline.Knowledge.Deadlines;

/// <summary>England's working days, in the years whose bank holidays are known.</summary>
internal sealed class WorkingCalendar
{
    private readonly IReadOnlyDictionary<DateOnly, string> bankHolidays;
    private readonly HashSet<int> years;

    public WorkingCalendar(IReadOnlyDictionary<DateOnly, string> bankHolidays)
    {
        this.bankHolidays = bankHolidays;
        years = [.. bankHolidays.Keys.Select(d => d.Year)];
    }

    /// <summary>What to tell people when a date lies outside the known years.</summary>
    public string Reason => years.Count == 0
        ? "No bank holidays are listed, so working days cannot be counted."
        : $"Bank holidays are known only from {years.Min()} to {years.Max()}, so working days cannot be counted that far.";

    /// <summary>Steps that many working days on (or back, when negative); null when it leaves the known years.</summary>
    public DateOnly? Move(DateOnly from, int workingDays, bool tribunal)
    {
        var step = Math.Sign(workingDays);
        var day = from;
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(step);
            if (!years.Contains(day.Year))
            {
                return null;
            }

            left -= IsWorkingDay(day, tribunal) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The day itself when it is a working day, otherwise the next one; null outside the known years.</summary>
    public DateOnly? OnOrAfter(DateOnly day) => Move(day.AddDays(-1), 1, tribunal: false);

    private bool IsWorkingDay(DateOnly day, bool tribunal) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !bankHolidays.ContainsKey(day)
        && !(tribunal && (day.Month == 8 || IsTribunalChristmas(day)));

    /// <summary>25 December to 1 January inclusive.</summary>
    public static bool IsTribunalChristmas(DateOnly day) => day is { Month: 12, Day: >= 25 } or { Month: 1, Day: 1 };
}
