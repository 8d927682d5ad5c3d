using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Tests.TwiML;

public class SpokenTests
{
    [Theory]
    [InlineData("1234", "1 2 3 4")]
    [InlineData("01632 960000", "0 1 6 3 2, 9 6 0 0 0 0")]
    [InlineData("+441632", "plus 4 4 1 6 3 2")]
    [InlineData("", "")]
    public void Digits_Text_IsSpelledApart(string text, string expected) => Assert.Equal(expected, Spoken.Digits(text));

    [Theory]
    [InlineData(9, 0, "9 am")]
    [InlineData(17, 30, "5:30 pm")]
    [InlineData(12, 0, "midday")]
    [InlineData(12, 5, "12:05 pm")]
    [InlineData(0, 0, "midnight")]
    [InlineData(0, 15, "12:15 am")]
    public void Time_OfDay_IsReadByTheTwelveHourClock(int hour, int minute, string expected) =>
        Assert.Equal(expected, Spoken.Time(new TimeOnly(hour, minute)));

    [Theory]
    [InlineData("2026-11-22T09:00", "today at 9 am")]
    [InlineData("2026-11-23T09:00", "tomorrow at 9 am")]
    [InlineData("2026-11-28T10:30", "on Saturday at 10:30 am")]
    [InlineData("2026-11-29T10:30", "on Sunday the 29th of November at 10:30 am")]
    [InlineData("2027-01-04T09:00", "on Monday the 4th of January at 9 am")]
    public void When_FromASundayMorning_NamesTheDay(string then, string expected) =>
        Assert.Equal(expected, Spoken.When(
            new DateTime(2026, 11, 22, 8, 0, 0), DateTime.Parse(then, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(11, "11th")]
    [InlineData(12, "12th")]
    [InlineData(13, "13th")]
    [InlineData(21, "21st")]
    [InlineData(31, "31st")]
    public void Day_EachEnding_IsRight(int day, string expected) =>
        Assert.EndsWith($"the {expected} of March", Spoken.Day(new DateOnly(2026, 3, day)), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "first in the queue")]
    [InlineData(10, "tenth in the queue")]
    [InlineData(11, "number 11 in the queue")]
    public void Position_InQueue_IsReadNaturally(int position, string expected) => Assert.Equal(expected, Spoken.Position(position));

    [Theory]
    [InlineData(0, "less than 2 minutes")]
    [InlineData(2, "about 2 to 5 minutes")]
    [InlineData(5, "about 5 to 10 minutes")]
    [InlineData(9.9, "about 5 to 10 minutes")]
    [InlineData(44, "about 30 to 45 minutes")]
    [InlineData(60, "more than an hour")]
    public void Wait_Estimate_IsABand(double minutes, string expected) => Assert.Equal(expected, Spoken.Wait(TimeSpan.FromMinutes(minutes)));
}
