using Helpline.Core.Common;
using Helpline.Core.Hours;
using Helpline.Web.Hosting;

namespace Helpline.Web.Pages.Public.Book;

/// <summary>Times of slots in words, on the clock in London.</summary>
public static class SlotTimes
{
    /// <summary>"2:30pm" of a moment (UTC).</summary>
    public static string Clock(DateTime utc) => HoursText.WrittenTime(TimeOnly.FromDateTime(utc.ToLondon()));

    /// <summary>The day in London of a moment (UTC).</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc.ToLondon());

    /// <summary>"Tuesday 1 December 2026 at 2:30pm" of a moment (UTC).</summary>
    public static string Whole(DateTime utc) => $"{Day(utc).WithWeekday()} at {Clock(utc)}";
}
