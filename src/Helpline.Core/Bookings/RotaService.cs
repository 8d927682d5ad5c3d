using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Hours;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Bookings;

/// <summary>The rota of one adviser, for its page.</summary>
/// <param name="AdviserId">The adviser.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="Week">The usual hours of seven days, Sunday first.</param>
/// <param name="Exceptions">The dates from today on that differ, soonest first.</param>
public sealed record RotaView(AdviserId AdviserId, string DisplayName, IReadOnlyList<string> Week, IReadOnlyList<(DateOnly Day, string Hours)> Exceptions);

/// <summary>Who works when: read for slots and pages, written by supervisors. Hours are on the clock in London.</summary>
public sealed class RotaService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>The rota of every adviser, by name.</summary>
    public async Task<IReadOnlyList<RotaView>> ListAsync(CancellationToken cancellationToken)
    {
        var today = time.LondonToday();
        var advisers = await db.Advisers.AsNoTracking().OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancellationToken);
        var week = (await db.RotaWeekdays.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(w => w.AdviserId);
        var special = (await db.RotaExceptions.AsNoTracking().Where(e => e.Day >= today).OrderBy(e => e.Day).ToListAsync(cancellationToken)).ToLookup(e => e.AdviserId);
        return [.. advisers.Select(a => new RotaView(
            a.Id,
            a.DisplayName,
            [.. Enum.GetValues<DayOfWeek>().Select(d => week[a.Id].FirstOrDefault(w => w.Weekday == d)?.Hours ?? "")],
            [.. special[a.Id].Select(e => (e.Day, e.Hours))]))];
    }

    /// <summary>Sets the usual week. False when a text is no hours (see <see cref="RotaHours"/>) or there is no such adviser.</summary>
    /// <param name="adviserId">Whose.</param>
    /// <param name="week">Seven texts, Sunday first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> SetWeekAsync(AdviserId adviserId, IReadOnlyList<string?> week, CancellationToken cancellationToken)
    {
        if (week.Count != 7 || !week.All(w => RotaHours.TryRead(w, out _)) || !await db.Advisers.AnyAsync(a => a.Id == adviserId, cancellationToken))
        {
            return false;
        }

        return await db.SaveWithRetryAsync(
            async () =>
            {
                var stored = await db.RotaWeekdays.Where(w => w.AdviserId == adviserId).ToDictionaryAsync(w => w.Weekday, cancellationToken);
                foreach (var day in Enum.GetValues<DayOfWeek>())
                {
                    RotaHours.TryRead(week[(int)day], out var shifts);
                    var hours = RotaHours.Write(shifts);
                    if (stored.TryGetValue(day, out var known))
                    {
                        known.Hours = hours;
                    }
                    else if (hours.Length > 0)
                    {
                        db.RotaWeekdays.Add(RotaWeekday.For(adviserId, day, hours));
                    }
                }

                return true;
            },
            cancellationToken);
    }

    /// <summary>Sets the hours of one date; null takes the exception away. False as <see cref="SetWeekAsync"/>.</summary>
    public async Task<bool> SetDayAsync(AdviserId adviserId, DateOnly day, string? hours, CancellationToken cancellationToken)
    {
        if (!RotaHours.TryRead(hours, out var shifts) || !await db.Advisers.AnyAsync(a => a.Id == adviserId, cancellationToken))
        {
            return false;
        }

        return await db.SaveWithRetryAsync(
            async () =>
            {
                var known = await db.RotaExceptions.SingleOrDefaultAsync(e => e.AdviserId == adviserId && e.Day == day, cancellationToken);
                if (hours is null)
                {
                    if (known is not null)
                    {
                        db.RotaExceptions.Remove(known);
                    }
                }
                else if (known is not null)
                {
                    known.Hours = RotaHours.Write(shifts);
                }
                else
                {
                    db.RotaExceptions.Add(RotaException.For(adviserId, day, RotaHours.Write(shifts)));
                }

                return true;
            },
            cancellationToken);
    }

    /// <summary>The rota between two days in London, both counted, as slots are computed from it. A fixed number of reads.</summary>
    internal async Task<IReadOnlyList<RotaAdviser>> BetweenAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var week = (await db.RotaWeekdays.AsNoTracking().Where(w => w.Hours != "").ToListAsync(cancellationToken)).ToLookup(w => w.AdviserId);
        var special = (await db.RotaExceptions.AsNoTracking().Where(e => e.Day >= from && e.Day <= to).ToListAsync(cancellationToken)).ToLookup(e => e.AdviserId);
        var ids = week.Select(w => w.Key).Union(special.Select(e => e.Key)).ToHashSet();
        var skills = (await db.Advisers.AsNoTracking()
            .Select(a => new { a.Id, Skills = a.Skills.Select(s => new { s.SkillId, s.TrainedUntil }).ToList() })
            .ToListAsync(cancellationToken)).ToDictionary(a => a.Id, a => a.Skills);
        return [.. ids.Where(skills.ContainsKey).Select(id => new RotaAdviser
        {
            Id = id,
            Skills = skills[id].ToDictionary(s => s.SkillId, s => s.TrainedUntil),
            Week = week[id].ToDictionary(w => w.Weekday, w => Read(w.Hours)),
            Exceptions = special[id].ToDictionary(e => e.Day, e => Read(e.Hours)),
        })];
    }

    private static IReadOnlyList<Shift> Read(string hours) => RotaHours.TryRead(hours, out var shifts) ? shifts : [];
}
