namespace Helpline.Analytics.Facts;

/// <summary>Times no finer than an hour, and the days and weeks they fall in. Days are decided in Europe/London.</summary>
public static class CoarseTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The UTC instant cut down to its hour.</summary>
    /// <exception cref="ArgumentException">The instant is not marked as UTC.</exception>
    public static DateTime HourOf(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? new DateTime(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, DateTimeKind.Utc)
        : throw new ArgumentException("Stored instants are UTC.", nameof(utc));

    /// <summary>The day in Europe/London on which a UTC instant falls.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToLondon(utc));

    /// <summary>The hour of the day in Europe/London, 0 to 23.</summary>
    public static int LocalHourOf(DateTime utc) => ToLondon(utc).Hour;

    /// <summary>The Monday, in Europe/London, of the week in which a UTC instant falls.</summary>
    public static DateOnly WeekOf(DateTime utc) => MondayOf(DayOf(utc));

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The UTC instant at which a day begins in Europe/London.</summary>
    public static DateTime StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), London);

    private static DateTime ToLondon(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(HourOf(utc), London);
}
