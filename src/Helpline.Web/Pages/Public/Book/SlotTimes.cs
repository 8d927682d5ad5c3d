using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Hours;
using Helpline.Web.Hosting;

namespace Helpline.Web.Pages.Public.Book;

/// <summary>Times of slots in words, on the clock in London.</summary>
public static class SlotTimes
{
    /// <summary>"2:30pm" of a moment (UTC).</summary>
    public static string Clock(DateTime utc) => HoursText.WrittenTime(TimeOnly.FromDateTime(utc.ToLondon()));

    /// <summary>The moment (UTC) as a form carries it.</summary>
    public static string Code(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Code"/> wrote; false when it is something else.</summary>
    public static bool TryRead(string? code, out DateTime utc) => DateTime.TryParseExact(
        code, "yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out utc);

    /// <summary>"Tue 1 Dec, 2:30pm" of a moment (UTC): brief, with the day, where a closed list shows one entry.</summary>
    public static string Brief(DateTime utc) => $"{Day(utc).ToString("ddd d MMM", CultureInfo.GetCultureInfo("en-GB"))}, {Clock(utc)}";

    /// <summary>The day in London of a moment (UTC).</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc.ToLondon());

    /// <summary>"Tuesday 1 December 2026 at 2:30pm" of a moment (UTC).</summary>
    public static string Whole(DateTime utc) => $"{Day(utc).WithWeekday()} at {Clock(utc)}";
}
