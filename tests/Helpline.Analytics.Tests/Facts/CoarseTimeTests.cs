using Helpline.Analytics.Facts;

namespace Helpline.Analytics.Tests.Facts;

public class CoarseTimeTests
{
    [Theory]
    [InlineData("2026-11-02T00:00:00Z", "2026-11-02")]
    [InlineData("2026-11-01T23:59:59Z", "2026-10-26")]
    [InlineData("2026-05-31T22:59:59Z", "2026-05-25")]
    [InlineData("2026-05-31T23:00:00Z", "2026-06-01")]
    [InlineData("2026-12-31T12:00:00Z", "2026-12-28")]
    public void WeekOf_IsDecidedInLondon(string utc, string monday) =>
        Assert.Equal(DateOnly.ParseExact(monday, "yyyy-MM-dd"), CoarseTime.WeekOf(Utc(utc)));

    [Theory]
    [InlineData("2026-03-29T00:30:00Z", 0)]
    [InlineData("2026-03-29T01:30:00Z", 2)]
    [InlineData("2026-10-25T00:30:00Z", 1)]
    [InlineData("2026-10-25T01:30:00Z", 1)]
    [InlineData("2026-10-25T02:30:00Z", 2)]
    public void LocalHourOf_AcrossBothClockChanges_IsLondons(string utc, int hour) =>
        Assert.Equal(hour, CoarseTime.LocalHourOf(Utc(utc)));

    [Theory]
    [InlineData("2026-11-02", "2026-11-02T00:00:00Z")]
    [InlineData("2026-06-01", "2026-05-31T23:00:00Z")]
    public void StartOf_IsMidnightInLondon(string day, string utc) =>
        Assert.Equal(Utc(utc), CoarseTime.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    private static DateTime Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
