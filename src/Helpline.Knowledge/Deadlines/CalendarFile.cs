using System.Globalization;
using System.Text;

namespace Helpline.Knowledge.Deadlines;

/// <summary>A last day to be put into somebody's calendar.</summary>
/// <param name="Uid">Names it, the same for the same limit and date; nothing personal.</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">What is due.</param>
/// <param name="Description">How it was counted and what to do.</param>
public sealed record CalendarEntry(string Uid, DateOnly Day, string Summary, string Description);

/// <summary>Writes iCalendar files (RFC 5545): whole-day events with a reminder seven days and one day before.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75;

    /// <summary>The file's text, with the line ends and folding the format asks for.</summary>
    /// <param name="entries">The days.</param>
    /// <param name="now">The moment it is made, UTC.</param>
    public static string Write(IEnumerable<CalendarEntry> entries, DateTime now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Helpline//Time limits//EN");
        Line(text, "CALSCALE:GREGORIAN");
        foreach (var entry in entries)
        {
            Write(text, entry, now);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarEntry entry, DateTime now)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Escaped(entry.Uid)}");
        Line(text, $"DTSTAMP:{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{Day(entry.Day)}");
        Line(text, $"DTEND;VALUE=DATE:{Day(entry.Day.AddDays(1))}");
        Line(text, $"SUMMARY:{Escaped(entry.Summary)}");
        Line(text, $"DESCRIPTION:{Escaped(entry.Description)}");
        Line(text, "TRANSP:TRANSPARENT");
        foreach (var before in new[] { "-P7D", "-P1D" })
        {
            Line(text, "BEGIN:VALARM");
            Line(text, "ACTION:DISPLAY");
            Line(text, $"TRIGGER:{before}");
            Line(text, $"DESCRIPTION:{Escaped(entry.Summary)}");
            Line(text, "END:VALARM");
        }

        Line(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>A line of more than 75 octets goes on in the next after one space; no character is cut apart.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
