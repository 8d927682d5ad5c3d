using System.Globalization;

namespace Helpline.Telephony.TwiML;

/// <summary>Turns figures into words that a British voice reads well.</summary>
internal static class Spoken
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly int[] WaitBands = [5, 10, 15, 20, 30, 45, 60];

    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>Digits one at a time, with a breath where the text has a gap: "0800 12" is "0 8 0 0, 1 2".</summary>
    public static string Digits(string text)
    {
        var groups = text.Split([' ', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", groups.Select(group => string.Join(' ', group.Select(c => c == '+' ? "plus" : c.ToString()))));
    }

    /// <summary>A time of day: "9 am", "5:30 pm", "midday", "midnight".</summary>
    public static string Time(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        (_, 0) => time.ToString("h tt", CultureInfo.InvariantCulture).ToLowerInvariant(),
        _ => time.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant(),
    };

    /// <summary>A date: "Monday the 5th of January".</summary>
    public static string Day(DateOnly day) =>
        $"{day.ToString("dddd", British)} the {Ordinal(day.Day)} of {day.ToString("MMMM", British)}";

    /// <summary>When something is, heard from now, both in London: "today at 9 am", "on Monday at 9 am".</summary>
    public static string When(DateTime londonNow, DateTime londonThen)
    {
        var days = DateOnly.FromDateTime(londonThen).DayNumber - DateOnly.FromDateTime(londonNow).DayNumber;
        var day = days switch
        {
            0 => "today",
            1 => "tomorrow",
            > 1 and < 7 => "on " + londonThen.ToString("dddd", British),
            _ => "on " + Day(DateOnly.FromDateTime(londonThen)),
        };
        return $"{day} at {Time(TimeOnly.FromDateTime(londonThen))}";
    }

    /// <summary>A place in the queue: "first in the queue", "number 12 in the queue".</summary>
    public static string Position(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(position);
        var place = position <= Ordinals.Length
            ? Ordinals[position - 1]
            : string.Create(CultureInfo.InvariantCulture, $"number {position}");
        return place + " in the queue";
    }

    /// <summary>An estimated wait as a band, because a single figure would be heard as a promise.</summary>
    public static string Wait(TimeSpan estimate)
    {
        var minutes = estimate.TotalMinutes;
        if (minutes < 2)
        {
            return "less than 2 minutes";
        }

        var from = 2;
        foreach (var to in WaitBands)
        {
            if (minutes < to)
            {
                return string.Create(CultureInfo.InvariantCulture, $"about {from} to {to} minutes");
            }

            from = to;
        }

        return "more than an hour";
    }

    private static string Ordinal(int day) => string.Create(CultureInfo.InvariantCulture, $"{day}") + (day switch
    {
        1 or 21 or 31 => "st",
        2 or 22 => "nd",
        3 or 23 => "rd",
        _ => "th",
    });
}
