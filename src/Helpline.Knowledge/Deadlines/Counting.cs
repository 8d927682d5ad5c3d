namespace Helpline.Knowledge.Deadlines;

/// <summary>The arithmetic of time limits: pure functions of a rule, a trigger and the working calendar.</summary>
internal static class Counting
{
    /// <summary>Earliest and latest years for which an answer makes sense.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>The last day, or the reason why none can be given.</summary>
    public static (DateOnly? Due, string? Reason) LastDay(CountingRule rule, DateOnly trigger, WorkingCalendar calendar)
    {
        if (rule is CountingRule.NotComputed none)
        {
            return (null, none.Reason);
        }

        if (trigger < Earliest || trigger > Latest)
        {
            return (null, $"The date must be between {Earliest.Year} and {Latest.Year}.");
        }

        var due = rule switch
        {
            CountingRule.BeforeFixedDay(var month, var day) => new DateOnly(trigger.Year, month, day).AddDays(-1),
            CountingRule.Period period => Run(period, trigger, calendar),
            _ => throw new InvalidOperationException("A counting rule of an unknown shape."),
        };
        return due is null ? (null, calendar.Reason) : (due, null);
    }

    private static DateOnly? Run(CountingRule.Period period, DateOnly trigger, WorkingCalendar calendar)
    {
        var sign = period.Before ? -1 : 1;
        DateOnly? last = period.Unit switch
        {
            CountingUnit.Days => Inclusive(trigger.AddDays(sign * period.Length), period),
            CountingUnit.Weeks => Inclusive(trigger.AddDays(sign * 7 * period.Length), period),
            CountingUnit.Months => Months(trigger, sign * period.Length, period.BeginsWithTrigger),
            CountingUnit.WorkingDays => WorkingDays(trigger, sign * period.Length, period, calendar),
        };
        return last is { } day && period.SenAppealMoves ? MoveSenAppeal(day, calendar) : last;
    }

    private static DateOnly Inclusive(DateOnly last, CountingRule.Period period) => period.BeginsWithTrigger ? last.AddDays(-1) : last;

    /// <summary>
    /// The corresponding date, or the last day of a month that has none (31 December and two months: 28 or 29 February).
    /// "Beginning with": the day before it, unless there was no corresponding date, when the month's last day stands.
    /// </summary>
    private static DateOnly Months(DateOnly trigger, int months, bool beginsWithTrigger)
    {
        var date = trigger.AddMonths(months);
        return beginsWithTrigger && date.Day == trigger.Day ? date.AddDays(-1) : date;
    }

    /// <summary>"Beginning with" counts the trigger itself when it is a working day.</summary>
    private static DateOnly? WorkingDays(DateOnly trigger, int days, CountingRule.Period period, WorkingCalendar calendar) =>
        calendar.Move(period.BeginsWithTrigger ? trigger.AddDays(-1) : trigger, days, period.TribunalDays);

    /// <summary>August: first working day of September. 25 December to 1 January: next working day in January.</summary>
    private static DateOnly? MoveSenAppeal(DateOnly last, WorkingCalendar calendar) => last switch
    {
        { Month: 8 } => calendar.OnOrAfter(new DateOnly(last.Year, 9, 1)),
        { Month: 12, Day: >= 25 } => calendar.OnOrAfter(new DateOnly(last.Year + 1, 1, 2)),
        { Month: 1, Day: 1 } => calendar.OnOrAfter(new DateOnly(last.Year, 1, 2)),
        _ => last,
    };
}
