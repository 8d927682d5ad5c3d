namespace Helpline.Knowledge.Deadlines;

/// <summary>What counting needs to know besides the rule and the trigger.</summary>
/// <param name="Working">England's working days.</param>
/// <param name="School">The school's own calendar; null when nobody entered it.</param>
/// <param name="Used">School days used already, for an allowance; null when nobody entered them.</param>
internal sealed record CountingContext(WorkingCalendar Working, SchoolCalendar? School = null, int? Used = null);

/// <summary>A count: the last day or why there is none, and how it was reached.</summary>
internal sealed record Counted(DateOnly? Due, string? Reason, IReadOnlyList<string> Working)
{
    /// <summary>No date, for this reason.</summary>
    public static Counted None(string reason) => new(null, reason, []);
}

/// <summary>The arithmetic of time limits: pure functions of a rule, a trigger and the calendars.</summary>
internal static class Counting
{
    /// <summary>Earliest and latest days for which an answer makes sense.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);
    public static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>Why a limit in school days has no date.</summary>
    public const string DependsOnSchool =
        "School days leave out weekends, holidays and training days of that school, so the date depends on the school's own calendar. "
        + "Enter the school's term dates to have it worked out, or go by the date in the letter.";

    /// <summary>The last day, or the reason why none can be given.</summary>
    public static (DateOnly? Due, string? Reason) LastDay(CountingRule rule, DateOnly trigger, WorkingCalendar calendar)
    {
        var counted = Count(rule, trigger, new CountingContext(calendar));
        return (counted.Due, counted.Reason);
    }

    /// <summary>The last day or the reason why none can be given, with each step of the count in words.</summary>
    public static Counted Count(CountingRule rule, DateOnly trigger, CountingContext context)
    {
        if (rule is CountingRule.NotComputed none)
        {
            return Counted.None(none.Reason);
        }

        if (trigger < Earliest || trigger > Latest)
        {
            return Counted.None($"The date must be between {Earliest.Year} and {Latest.Year}.");
        }

        return rule switch
        {
            CountingRule.BeforeFixedDay fixedDay => Before(fixedDay, trigger),
            CountingRule.OnTheDay => new(trigger, null, [$"The limit is the day itself: {trigger.InFull()}."]),
            CountingRule.Allowance allowance => Allowance(allowance, context.Used),
            CountingRule.EarliestOf earliest => First(earliest, trigger, context),
            CountingRule.Period period => Run(period, trigger, context),
            _ => throw new InvalidOperationException("A counting rule of an unknown shape."),
        };
    }

    private static Counted Before(CountingRule.BeforeFixedDay rule, DateOnly trigger)
    {
        var limit = new DateOnly(trigger.Year, rule.Month, rule.Day);
        var due = limit.AddDays(-1);
        return new(due, null, [$"It must be done before {limit.InFull()}, in the year of the date you gave, so the last day is {due.InFull()}."]);
    }

    private static Counted Allowance(CountingRule.Allowance rule, int? used) => used is not { } days
        ? Counted.None($"This is a limit of {rule.Days} school days in one school year, not a date. Add up the days since the school year began, across all schools.")
        : Counted.None(days >= rule.Days
            ? $"{days} school days are used: the limit of {rule.Days} in one school year is reached, and no more are allowed in it."
            : $"{days} of {rule.Days} school days are used, so at most {Words.Count(rule.Days - days, "more school day")} can follow in the same school year.");

    private static Counted First(CountingRule.EarliestOf rule, DateOnly trigger, CountingContext context)
    {
        var all = rule.Periods.Select(p => Run(p, trigger, context)).ToList();
        return all.Find(c => c.Due is null) ?? all.MinBy(c => c.Due)!;
    }

    private static Counted Run(CountingRule.Period period, DateOnly trigger, CountingContext context)
    {
        var sign = period.Before ? -1 : 1;
        // "Beginning with" counts the trigger itself, when it is a day that counts at all.
        var from = period.BeginsWithTrigger ? trigger.AddDays(-sign) : trigger;
        DateOnly? last = period.Unit switch
        {
            CountingUnit.Days => from.AddDays(sign * period.Length),
            CountingUnit.Weeks => from.AddDays(sign * 7 * period.Length),
            CountingUnit.Months => Months(trigger, sign, period),
            CountingUnit.WorkingDays => context.Working.Move(from, sign * period.Length, period.TribunalDays),
            CountingUnit.SchoolDays => context.School?.Move(from, sign * period.Length, context.Working),
        };
        if (last is not { } day)
        {
            return Counted.None(period.Unit == CountingUnit.SchoolDays ? context.School?.WhyNot(trigger) ?? DependsOnSchool : context.Working.Reason);
        }

        if (!period.SenAppealMoves || !IsMoved(day))
        {
            return new(day, null, CountingWords.Of(period, trigger, day, context));
        }

        return MoveSenAppeal(day, context.Working) is { } moved
            ? new(moved, null, [.. CountingWords.Of(period, trigger, day, context), CountingWords.Moved(day, moved)])
            : Counted.None(context.Working.Reason);
    }

    /// <summary>
    /// The corresponding date, or the last day of a month that has none (31 December and two months: 28 or 29 February).
    /// "Beginning with": the day before it, unless there was no corresponding date, when the month's last day stands.
    /// </summary>
    private static DateOnly Months(DateOnly trigger, int sign, CountingRule.Period period)
    {
        var date = trigger.AddMonths(sign * period.Length);
        return period.BeginsWithTrigger && date.Day == trigger.Day ? date.AddDays(-sign) : date;
    }

    private static bool IsMoved(DateOnly last) => last.Month == 8 || WorkingCalendar.IsTribunalChristmas(last);

    /// <summary>August: first working day of September. 25 December to 1 January: next working day in January.</summary>
    private static DateOnly? MoveSenAppeal(DateOnly last, WorkingCalendar calendar) => last switch
    {
        { Month: 8 } => calendar.OnOrAfter(new DateOnly(last.Year, 9, 1)),
        { Month: 12 } => calendar.OnOrAfter(new DateOnly(last.Year + 1, 1, 2)),
        _ => calendar.OnOrAfter(new DateOnly(last.Year, 1, 2)),
    };
}
