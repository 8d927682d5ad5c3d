using Helpline.Core.Hours;

namespace Helpline.Core.Bookings;

/// <summary>
/// Which slots the rota can carry: a pure function of rota, opening hours, bookings and the share that may be booked. A booking is counted
/// against one adviser for its whole length, so that as many can be kept as are sold. Moments are UTC.
/// </summary>
/// <param name="advisers">The rota.</param>
/// <param name="open">The hours of opening on a day in London, with closures and bank holidays.</param>
/// <param name="taken">What is booked already.</param>
/// <param name="share">The share of those on duty who may be booked at a time.</param>
public sealed class SlotPlan(
    IReadOnlyList<RotaAdviser> advisers, Func<DateOnly, IReadOnlyList<Shift>> open, IEnumerable<BookedCell> taken, double share)
{
    /// <summary>The grain in which time is booked. Half hours are the same in UTC and on the clock in London.</summary>
    public static readonly TimeSpan Cell = TimeSpan.FromMinutes(30);

    private readonly ILookup<DateTime, BookedCell> taken = taken.ToLookup(c => c.CellAt);

    /// <summary>The beginnings of the slots that are free between two moments, soonest first.</summary>
    /// <param name="from">Not before this.</param>
    /// <param name="to">Before this.</param>
    /// <param name="skillId">The skill needed; null for none.</param>
    /// <param name="length">How long the call is; whole half hours.</param>
    public IEnumerable<DateTime> Free(DateTime from, DateTime to, string? skillId, TimeSpan length)
    {
        var first = new DateTime((from.Ticks + Cell.Ticks - 1) / Cell.Ticks * Cell.Ticks, DateTimeKind.Utc);
        for (var start = first; start < to; start += Cell)
        {
            if (Take(default, start, skillId, length) is not null)
            {
                yield return start;
            }
        }
    }

    /// <summary>What a booking at a moment would take up; null when the rota cannot carry it.</summary>
    public IReadOnlyList<BookedCell>? Take(BookingId bookingId, DateTime start, string? skillId, TimeSpan length)
    {
        var day = UkTime.DayOf(start);
        if (start.Ticks % Cell.Ticks != 0 || length < Cell || !RotaAdviser.Covers(day, open(day), start, start + length))
        {
            return null;
        }

        List<(DateTime At, int Seat, int SkillSeat)> seats = [];
        for (var at = start; at < start + length; at += Cell)
        {
            var onDuty = advisers.Where(a => a.IsOnDuty(at, at + Cell)).ToList();
            var booked = taken[at].ToList();
            var skilled = booked.Where(c => c.SkillId == skillId).ToList();
            if (booked.Count >= Limit(onDuty.Count) || (skillId is not null && skilled.Count >= Limit(onDuty.Count(a => a.Has(skillId, day)))))
            {
                return null;
            }

            seats.Add((at, Lowest(booked.Select(c => c.Seat)), skillId is null ? 0 : Lowest(skilled.Select(c => c.SkillSeat))));
        }

        // Whoever can do least, so that those who can do more stay free for what only they can do.
        var adviser = advisers
            .Where(a => a.Has(skillId, day) && a.IsOnDuty(start, start + length) && !seats.Exists(s => taken[s.At].Any(c => c.AdviserId == a.Id)))
            .OrderBy(a => a.Skills.Count).ThenBy(a => a.Id.Value)
            .FirstOrDefault();
        return adviser is null
            ? null
            : [.. seats.Select(s => new BookedCell
            {
                BookingId = bookingId,
                CellAt = s.At,
                AdviserId = adviser.Id,
                Seat = s.Seat,
                SkillId = skillId,
                SkillSeat = s.SkillSeat,
            })];
    }

    private int Limit(int onDuty) => (int)Math.Floor((share * onDuty) + 1e-9);

    private static int Lowest(IEnumerable<int> used)
    {
        var taken = used.ToHashSet();
        return Enumerable.Range(0, taken.Count + 1).First(seat => !taken.Contains(seat));
    }
}
