namespace Helpline.Knowledge.Deadlines;

/// <summary>
/// England's bank holidays of a year by the usual rules: the Banking and Financial Dealings Act 1971, schedule 1, the days regularly
/// proclaimed under it, and Good Friday and Christmas Day. Days proclaimed once for an occasion are not foreseen.
/// </summary>
internal static class EnglandBankHolidays
{
    /// <summary>The days in order, with their names.</summary>
    public static IEnumerable<(DateOnly Day, string Name)> Of(int year)
    {
        var newYear = new DateOnly(year, 1, 1);
        yield return IsWeekend(newYear) ? (NextMonday(newYear), "New Year's Day (substitute day)") : (newYear, "New Year's Day");
        var easter = Easter(year);
        yield return (easter.AddDays(-2), "Good Friday");
        yield return (easter.AddDays(1), "Easter Monday");
        yield return (NextMonday(new DateOnly(year, 5, 1)), "Early May bank holiday");
        yield return (LastMonday(year, 5), "Spring bank holiday");
        yield return (LastMonday(year, 8), "Summer bank holiday");
        foreach (var day in Christmas(year))
        {
            yield return day;
        }
    }

    /// <summary>The two days of Christmas: one that falls at a weekend is made up on the next days that are free.</summary>
    private static IEnumerable<(DateOnly Day, string Name)> Christmas(int year)
    {
        const string First = "Christmas Day";
        const string Second = "Boxing Day";
        var day = new DateOnly(year, 12, 25);
        return day.DayOfWeek switch
        {
            DayOfWeek.Friday => [(day, First), (day.AddDays(3), $"{Second} (substitute day)")],
            DayOfWeek.Saturday => [(day.AddDays(2), $"{First} (substitute day)"), (day.AddDays(3), $"{Second} (substitute day)")],
            DayOfWeek.Sunday => [(day.AddDays(1), Second), (day.AddDays(2), $"{First} (substitute day)")],
            _ => [(day, First), (day.AddDays(1), Second)],
        };
    }

    /// <summary>Easter Sunday in the Gregorian calendar: the anonymous algorithm as Meeus gives it.</summary>
    internal static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The day itself when it is a Monday.</summary>
    private static DateOnly NextMonday(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    private static DateOnly LastMonday(int year, int month) => NextMonday(new DateOnly(year, month, DateTime.DaysInMonth(year, month) - 6));
}
