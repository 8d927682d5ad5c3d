namespace Helpline.Knowledge.Deadlines;

/// <summary>England's working days, in the years whose bank holidays are known.</summary>
internal sealed class WorkingCalendar
{
    private readonly IReadOnlyDictionary<DateOnly, string> bankHolidays;
    private readonly HashSet<int> years;
    private readonly int confirmedTo;

    /// <param name="bankHolidays">Bank holidays by day, with their names.</param>
    /// <param name="confirmedTo">The last year whose days are announced; later ones are worked out from the usual rules.</param>
    public WorkingCalendar(IReadOnlyDictionary<DateOnly, string> bankHolidays, int confirmedTo = int.MaxValue)
    {
        this.bankHolidays = bankHolidays;
        this.confirmedTo = confirmedTo;
        years = [.. bankHolidays.Keys.Select(d => d.Year)];
    }

    /// <summary>What to tell people when a date lies outside the known years.</summary>
    public string Reason => years.Count == 0
        ? "No bank holidays are listed, so working days cannot be counted."
        : $"Bank holidays are known only from {years.Min()} to {years.Max()}, so working days cannot be counted that far.";

    /// <summary>A warning when bank holidays of a year not yet announced may have decided the count; otherwise null.</summary>
    public string? Projection(DateOnly from, DateOnly to)
    {
        var last = Math.Max(from.Year, to.Year);
        var first = Math.Max(confirmedTo, Math.Min(from.Year, to.Year) - 1) + 1;
        return last <= confirmedTo || !years.Contains(last)
            ? null
            : $"The bank holidays of {(first == last ? "" : $"{first} to ")}{last} are a projection from the usual rules: they have not been announced yet. "
                + "Check this date again nearer the time.";
    }

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

    /// <summary>Whether it is a working day; the Tribunal leaves out August and 25 December to 1 January as well.</summary>
    public bool IsWorkingDay(DateOnly day, bool tribunal = false) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !bankHolidays.ContainsKey(day)
        && !(tribunal && (day.Month == 8 || IsTribunalChristmas(day)));

    /// <summary>The bank holidays from one day to another, both included, in order.</summary>
    public IReadOnlyList<(DateOnly Day, string Name)> Between(DateOnly from, DateOnly to) =>
        [.. bankHolidays.Where(h => h.Key >= from && h.Key <= to).OrderBy(h => h.Key).Select(h => (h.Key, h.Value))];

    /// <summary>25 December to 1 January inclusive.</summary>
    public static bool IsTribunalChristmas(DateOnly day) => day is { Month: 12, Day: >= 25 } or { Month: 1, Day: 1 };
}
