using System.Globalization;

namespace Helpline.Knowledge.Deadlines;

/// <summary>Says in plain words how a last day was reached, so that a person can check it against a calendar.</summary>
internal static class CountingWords
{
    private const int MostHolidays = 12;

    /// <summary>The steps of counting a period, before any move.</summary>
    public static IReadOnlyList<string> Of(CountingRule.Period period, DateOnly trigger, DateOnly last, CountingContext context)
    {
        List<string> steps = [Start(period, trigger)];
        steps.AddRange(period.Unit switch
        {
            CountingUnit.Days or CountingUnit.Weeks => [Calendar(period, last)],
            CountingUnit.Months => Months(period, trigger, last),
            CountingUnit.WorkingDays => [LeftOut(period, trigger, last, context.Working), Reached(period, last)],
            CountingUnit.SchoolDays => ["Weekends, bank holidays and the days on which the school is closed, as you entered them, are left out.", Reached(period, last)],
        });
        return steps;
    }

    /// <summary>Why and whither an SEN appeal's last day moves.</summary>
    public static string Moved(DateOnly from, DateOnly to) => from.Month == 8
        ? $"That falls in August, so for an SEN appeal the limit moves to the first working day of September: {to.InFull()}."
        : $"That falls on or between 25 December and 1 January, so for an SEN appeal the limit moves to the next working day in January: {to.InFull()}.";

    private static string Start(CountingRule.Period period, DateOnly trigger) => period switch
    {
        { BeginsWithTrigger: true } => $"The period begins with the day itself: {trigger.InFull()} is day one{(period.Unit is CountingUnit.WorkingDays or CountingUnit.SchoolDays ? $", if it is a {period.Unit.Noun()}" : "")}.",
        { Before: true } => $"Count back from {trigger.InFull()}. That day itself is not counted.",
        { Unit: CountingUnit.Months } => $"Start from {trigger.InFull()}.",
        _ => $"{trigger.InFull()} starts the clock and is not counted itself; day one is the day after.",
    };

    private static string Calendar(CountingRule.Period period, DateOnly last) =>
        $"{Words.Count(period.Length, period.Unit.Noun())} {(period.Before ? "earlier" : "on")}, counting every day of the calendar, {(period.BeginsWithTrigger ? "end on" : "is")} {last.InFull()}.";

    private static IEnumerable<string> Months(CountingRule.Period period, DateOnly trigger, DateOnly last)
    {
        var same = trigger.AddMonths((period.Before ? -1 : 1) * period.Length);
        var length = Words.Count(period.Length, "month");
        if (same.Day != trigger.Day)
        {
            yield return $"{same.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))} has no day {trigger.Day}, so its last day stands: {last.InFull()}.";
            yield break;
        }

        yield return $"The same date {length} {(period.Before ? "earlier" : "later")} is {same.InFull()}.";
        if (period.BeginsWithTrigger)
        {
            yield return $"As the first day was counted, the last day is the one {(period.Before ? "after" : "before")} it: {last.InFull()}.";
        }
    }

    private static string LeftOut(CountingRule.Period period, DateOnly trigger, DateOnly last, WorkingCalendar calendar)
    {
        var (from, to) = last < trigger ? (last, trigger) : (trigger, last);
        var holidays = calendar.Between(from, to);
        var named = string.Join(", ", holidays.Take(MostHolidays).Select(h => $"{h.Day.InFull()} ({h.Name})"));
        var tribunal = period.TribunalDays ? "; the Tribunal also leaves out August and 25 December to 1 January" : "";
        return holidays.Count == 0
            ? $"Weekends are left out; no bank holiday falls in between{tribunal}."
            : $"Weekends and bank holidays are left out: {named}{(holidays.Count > MostHolidays ? " and others" : "")}{tribunal}.";
    }

    private static string Reached(CountingRule.Period period, DateOnly last) =>
        $"The {Ordinal(period.Length)} {period.Unit.Noun()} {(period.Before ? "before" : "counted")} is {last.InFull()}.";

    private static string Ordinal(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{Ending(number)}");

    private static string Ending(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
}
