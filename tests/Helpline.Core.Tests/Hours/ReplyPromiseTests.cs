using System.Globalization;
using Helpline.Core.Hours;
using Microsoft.Extensions.Options;
using static Helpline.Core.Tests.Hours.HoursData;

namespace Helpline.Core.Tests.Hours;

public sealed class ReplyPromiseTests
{
    [Theory]
    [InlineData("2026-11-23T10:00Z", 5, "2026-11-30")]
    [InlineData("2026-11-21T10:00Z", 5, "2026-11-27")]
    [InlineData("2026-11-22T10:00Z", 1, "2026-11-23")]
    // Late on a summer evening in UTC it is already the next day in London.
    [InlineData("2026-07-06T23:30Z", 1, "2026-07-08")]
    [InlineData("2026-12-23T10:00Z", 5, "2027-01-04")]
    [InlineData("2026-04-02T10:00Z", 1, "2026-04-07")]
    [InlineData("2027-12-24T10:00Z", 2, "2027-12-30")]
    public void DueOn_Received_SkipsWeekendsAndBankHolidays(string received, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), Promise(days).DueOn(Utc(received)));

    [Theory]
    // Friday 27 November 2026; five working days end on Friday 4 December.
    [InlineData("2026-12-02", "2026-12-01")]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("2026-12-01", "2026-11-30")]
    [InlineData("2026-11-27", "2026-11-30")]
    [InlineData("2026-12-04", "2026-12-03")]
    [InlineData("2026-12-07", "2026-12-04")]
    public void DueOn_WithATimeLimit_IsBeforeItsLastDayWhereAWorkingDayIsLeft(string lastDay, string due) => Assert.Equal(
        DateOnly.Parse(due, CultureInfo.InvariantCulture), Promise(5).DueOn(Utc("2026-11-27T10:00Z"), DateOnly.Parse(lastDay, CultureInfo.InvariantCulture)));

    [Fact]
    public void DueAt_InSummer_IsTheEndOfTheDayInLondon() => Assert.Equal(Utc("2026-07-13T23:00Z"), Promise(5).DueAt(Utc("2026-07-06T10:00Z")));

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    [InlineData(2029)]
    [InlineData(2030)]
    public void BankHolidays_EachYear_AreThoseOfEngland(int year)
    {
        var easter = Easter(year);
        var expected = new List<DateOnly> { easter.AddDays(-2), easter.AddDays(1), First(year, 5), First(year, 6).AddDays(-7), First(year, 9).AddDays(-7) };
        expected.Add(Working(new DateOnly(year, 1, 1)));
        var christmas = Working(new DateOnly(year, 12, 25));
        expected.Add(christmas);
        expected.Add(Working(new DateOnly(year, 12, 26) > christmas ? new DateOnly(year, 12, 26) : christmas.AddDays(1)));

        var days = Enumerable.Range(0, 366).Select(n => new DateOnly(year, 1, 1).AddDays(n)).Where(d => d.Year == year && Holidays.NameOn(d) is not null);

        Assert.Equal(expected.Order(), days);
        Assert.Equal(new DateOnly(2030, 12, 31), Holidays.KnownUntil);
    }

    internal static ReplyPromise Promise(int days) => new(Holidays, Options.Create(new ReplyPromiseOptions { WorkingDays = days }));

    private static DateOnly Working(DateOnly day) =>
        day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };

    private static DateOnly First(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        return day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
    }

    // The anonymous Gregorian computus.
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        return new DateOnly(year, (h + l - (7 * m) + 114) / 31, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
