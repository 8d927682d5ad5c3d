using System.Globalization;
using Helpline.Core.Hours;

namespace Helpline.Core.Bookings;

/// <summary>The hours of one adviser on one day, as people write them: <c>09:00-12:30, 13:30-17:00</c>. Clock of London.</summary>
public static class RotaHours
{
    /// <summary>Longest text, in characters.</summary>
    public const int Length = 100;

    /// <summary>Reads the spans. False when it is something else, a span ends before it begins, or two meet. Empty means not at work.</summary>
    public static bool TryRead(string? text, out IReadOnlyList<Shift> shifts)
    {
        List<Shift> read = [];
        shifts = read;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Replace('\u2013', '-').Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || !Time(ends[0], out var from) || !Time(ends[1], out var to) || to <= from || (read.Count > 0 && from <= read[^1].To))
            {
                return false;
            }

            read.Add(new Shift(from, to));
        }

        return text is null || text.Length <= Length;
    }

    /// <summary>The spans as they are stored and shown; empty for none.</summary>
    public static string Write(IEnumerable<Shift> shifts) =>
        string.Join(", ", shifts.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.From:HH:mm}-{s.To:HH:mm}")));

    private static bool Time(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
