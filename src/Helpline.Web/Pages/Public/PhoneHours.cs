using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Hours;
using Helpline.Web.Hosting;

namespace Helpline.Web.Pages.Public;

/// <summary>When the phone is answered, in words: now, in a usual week, and on the days soon that differ.</summary>
public sealed record PhoneHours(bool IsOpen, string Now, IReadOnlyList<(string Day, string Hours)> Week, IReadOnlyList<(DateOnly Day, string Hours)> Exceptions)
{
    private const int DaysAhead = 21;

    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static PhoneHours At(OpeningHours hours, TimeProvider clock)
    {
        var utc = clock.UtcNow();
        var today = clock.LondonToday();
        var status = hours.StatusAt(utc, Channel.Voice);
        return new PhoneHours(
            status.IsOpen,
            Sentence(status, today, utc),
            [.. Weekdays.Select(day => (Name(day), HoursText.Written(hours.UsualShifts(day, Channel.Voice))))],
            [
                .. Enumerable.Range(0, DaysAhead).Select(today.AddDays)
                    .Where(day => hours.ReasonOn(day, Channel.Voice) is not null)
                    .Select(day => (day, HoursText.Written(hours.ShiftsOn(day, Channel.Voice)))),
            ]);
    }

    private static string Sentence(OpeningStatus status, DateOnly today, DateTime now) => status switch
    {
        // A line that never closes, as in Development, has no end to name.
        OpeningStatus.Open open when open.Until >= now.AddDays(1) => "At any hour.",
        OpeningStatus.Open open => $"Until {Time(open.Until)} today.",
        OpeningStatus.Closed closed => Opens(closed.OpensAt, today),
        OpeningStatus.ClosedToday closed => $"{closed.Reason} {Opens(closed.OpensAt, today)}".TrimEnd(),
        _ => throw new InvalidOperationException("An opening status nobody knows."),
    };

    private static string Opens(DateTime? opensAt, DateOnly today)
    {
        if (opensAt is not { } moment)
        {
            return "";
        }

        var day = DateOnly.FromDateTime(moment.ToLondon());
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => $"Opens today at {Time(moment)}.",
            1 => $"Opens tomorrow, {Name(day.DayOfWeek)}, at {Time(moment)}.",
            < 7 => $"Opens on {Name(day.DayOfWeek)} at {Time(moment)}.",
            _ => $"Opens on {day.WithWeekday()} at {Time(moment)}.",
        };
    }

    private static string Time(DateTime utc) => HoursText.WrittenTime(TimeOnly.FromDateTime(utc.ToLondon()));

    private static string Name(DayOfWeek day) => CultureInfo.GetCultureInfo("en-GB").DateTimeFormat.GetDayName(day);
}
