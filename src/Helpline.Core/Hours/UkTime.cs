using Helpline.Core.Common;

namespace Helpline.Core.Hours;

/// <summary>Between stored UTC and the clock in London.</summary>
internal static class UkTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc.ToLondon());

    /// <summary>
    /// The moment of a time on the clock. A time the spring change skips is the moment of the change; of a time that comes
    /// twice in autumn an opening takes the first and a closing the second, so that nobody is turned away early.
    /// </summary>
    public static DateTime Utc(DateOnly day, TimeOnly time, bool closing = false)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (London.IsInvalidTime(local))
        {
            var change = local;
            while (London.IsInvalidTime(change.AddMinutes(-1)))
            {
                change = change.AddMinutes(-1);
            }

            var before = change.AddMinutes(-1);
            return TimeZoneInfo.ConvertTimeToUtc(before, London).AddMinutes(1);
        }

        var offset = London.IsAmbiguousTime(local)
            ? (closing ? London.GetAmbiguousTimeOffsets(local).Min() : London.GetAmbiguousTimeOffsets(local).Max())
            : London.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }
}
