namespace Helpline.Core.Common;

/// <summary>The two clocks of Helpline: UTC for what is stored, London for what people read.</summary>
public static class TimeProviderExtensions
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The moment, as a UTC <see cref="DateTime"/>.</summary>
    public static DateTime UtcNow(this TimeProvider time) => time.GetUtcNow().UtcDateTime;

    /// <summary>Today's date in London.</summary>
    public static DateOnly LondonToday(this TimeProvider time) => DateOnly.FromDateTime(time.UtcNow().ToLondon());

    /// <summary>A stored UTC moment as the wall clock in London shows it.</summary>
    public static DateTime ToLondon(this DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London);

    /// <summary>The UTC moment of a time on the clock in London; of one that comes twice, the later.</summary>
    public static DateTime LondonTimeUtc(this DateOnly date, TimeOnly clock) => Hours.UkTime.Utc(date, clock, closing: true);

    /// <summary>The UTC moment at which a London date begins.</summary>
    public static DateTime LondonMidnightUtc(this DateOnly date) =>
        TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), London);
}
