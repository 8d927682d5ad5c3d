using System.Globalization;
using Helpline.Core.Common;

namespace Helpline.Core.Hours;

/// <summary>Opening hours in plain English, to be spoken or shown.</summary>
public static class HoursText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A status as sentences to speak at a moment (UTC): "We are closed now. We open again tomorrow, Tuesday, at 9 in the morning."</summary>
    public static string Spoken(OpeningStatus status, DateTime utc) => status switch
    {
        OpeningStatus.Open open => $"We are open until {SpokenTime(Clock(open.Until))}.",
        OpeningStatus.Closed closed => Sentences("We are closed now.", SpokenOpening(closed.OpensAt, utc)),
        OpeningStatus.ClosedToday today => Sentences(today.Reason, SpokenOpening(today.OpensAt, utc)),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>"We open again tomorrow, Tuesday, at 9 in the morning." Both moments are UTC. Empty when the opening is not known.</summary>
    public static string SpokenOpening(DateTime? opensAt, DateTime utc)
    {
        if (opensAt is not { } moment)
        {
            return "";
        }

        var (day, today) = (UkTime.DayOf(moment), UkTime.DayOf(utc));
        var ahead = day.DayNumber - today.DayNumber;
        var when = ahead switch
        {
            0 => "today",
            1 => $"tomorrow, {Weekday(day)},",
            < 7 => $"on {Weekday(day)}",
            _ => $"on {Date(day)}",
        };
        return $"We open again {when} at {SpokenTime(Clock(moment))}.";
    }

    /// <summary>A date as people say it: "Thursday 24 December 2026".</summary>
    public static string SpokenDate(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>A time as people say it: "9 in the morning", "half past 5 in the afternoon", "12 noon".</summary>
    public static string SpokenTime(TimeOnly time)
    {
        if (time is { Hour: 12, Minute: 0 })
        {
            return "12 noon";
        }

        var named = time.Minute is 45 ? time.AddMinutes(15) : time;
        var hour = (named.Hour % 12 == 0 ? 12 : named.Hour % 12).ToString(English);
        var words = time.Minute switch
        {
            0 => hour,
            15 => $"quarter past {hour}",
            30 => $"half past {hour}",
            45 => $"quarter to {hour}",
            < 10 => $"{hour} oh {time.Minute.ToString(English)}",
            _ => $"{hour} {time.Minute.ToString("00", English)}",
        };
        var part = time.Hour switch { < 12 => "in the morning", < 18 => "in the afternoon", _ => "in the evening" };
        return $"{words} {part}";
    }

    /// <summary>A time as written on a page: "9am", "5:30pm", "midday".</summary>
    public static string WrittenTime(TimeOnly time)
    {
        if (time is { Hour: 12, Minute: 0 })
        {
            return "midday";
        }

        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        return string.Create(English, $"{hour}{(time.Minute == 0 ? "" : $":{time.Minute:00}")}{(time.Hour < 12 ? "am" : "pm")}");
    }

    /// <summary>A day's shifts as written on a page: "9am to 5:30pm and 6pm to 8pm", or "Closed".</summary>
    public static string Written(IReadOnlyList<Shift> shifts) =>
        shifts.Count == 0 ? "Closed" : string.Join(" and ", shifts.Select(s => $"{WrittenTime(s.From)} to {WrittenTime(s.To)}"));

    internal static string WithoutBrackets(string name) =>
        name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    private static TimeOnly Clock(DateTime utc) => TimeOnly.FromDateTime(utc.ToLondon());

    private static string Weekday(DateOnly day) => day.ToString("dddd", English);

    private static string Date(DateOnly day) => day.ToString("dddd d MMMM", English);

    private static string Sentences(string first, string second) => second.Length == 0 ? first : $"{first} {second}";
}
