using Helpline.Core.Contacts;

namespace Helpline.Core.Hours;

/// <summary>When each channel is open. Pure and immutable: the moment is always given. Moments are UTC, days and hours London's.</summary>
public sealed class OpeningHours
{
    private const int Horizon = 370;

    private readonly HoursTable table;
    private readonly BankHolidays bankHolidays;

    private readonly bool alwaysOpen;

    internal OpeningHours(HoursTable table, BankHolidays bankHolidays, bool alwaysOpen = false)
    {
        this.table = table;
        this.bankHolidays = bankHolidays;
        this.alwaysOpen = alwaysOpen;
    }

    /// <summary>Whether the channel is open at a moment (UTC), until when, and otherwise when it opens.</summary>
    public OpeningStatus StatusAt(DateTime utc, Channel channel)
    {
        if (alwaysOpen)
        {
            return new OpeningStatus.Open(utc.AddDays(1));
        }

        var day = UkTime.DayOf(utc);
        var (shifts, reason) = Day(day, channel);
        foreach (var (from, to) in Moments(day, shifts))
        {
            if (from <= utc && utc < to)
            {
                return new OpeningStatus.Open(to);
            }
        }

        var opensAt = NextOpening(utc, channel);
        return reason is null || (opensAt is { } next && UkTime.DayOf(next) == day)
            ? new OpeningStatus.Closed(opensAt)
            : new OpeningStatus.ClosedToday(reason, opensAt);
    }

    /// <summary>When the next shift starts after a moment (both UTC); while open, the one after this. Null when none starts within a year.</summary>
    public DateTime? NextOpening(DateTime utc, Channel channel)
    {
        var today = UkTime.DayOf(utc);
        for (var ahead = 0; ahead <= Horizon; ahead++)
        {
            var day = today.AddDays(ahead);
            foreach (var (from, _) in Moments(day, Day(day, channel).Shifts))
            {
                if (from > utc)
                {
                    return from;
                }
            }
        }

        return null;
    }

    /// <summary>The shifts kept on a day in London, with closures and bank holidays taken into account.</summary>
    public IReadOnlyList<Shift> ShiftsOn(DateOnly day, Channel channel) => Day(day, channel).Shifts;

    /// <summary>The usual shifts of a weekday.</summary>
    public IReadOnlyList<Shift> UsualShifts(DayOfWeek weekday, Channel channel) => table.Week[channel][(int)weekday];

    /// <summary>The sentence that explains why a day differs from the usual week for the channel, or null.</summary>
    public string? ReasonOn(DateOnly day, Channel channel) => Day(day, channel).Reason;

    private (IReadOnlyList<Shift> Shifts, string? Reason) Day(DateOnly day, Channel channel)
    {
        if (table.Closures.FirstOrDefault(c => c.Covers(day, channel)) is { } closure)
        {
            return (closure.Shifts, closure.Message);
        }

        var usual = table.Week[channel][(int)day.DayOfWeek];
        return table.ClosedOnBankHolidays && bankHolidays.NameOn(day) is { } name
            ? ([], $"We are closed today because it is a bank holiday, {HoursText.WithoutBrackets(name)}.")
            : (usual, null);
    }

    // On the night of a clock change two shifts can meet or overlap: they are then one.
    private static List<(DateTime From, DateTime To)> Moments(DateOnly day, IReadOnlyList<Shift> shifts)
    {
        var moments = new List<(DateTime From, DateTime To)>(shifts.Count);
        foreach (var shift in shifts)
        {
            var (from, to) = (UkTime.Utc(day, shift.From), UkTime.Utc(day, shift.To, closing: true));
            if (moments.Count > 0 && from <= moments[^1].To)
            {
                moments[^1] = (moments[^1].From, to);
            }
            else if (from < to)
            {
                moments.Add((from, to));
            }
        }

        return moments;
    }
}
