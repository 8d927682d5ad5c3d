using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Routing;

/// <summary>What came of switching a reroute on or off.</summary>
public enum RerouteOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The group is sent elsewhere already; that must be switched off first.</summary>
    AlreadyRerouted,

    /// <summary>A group can't be sent to itself.</summary>
    SameSkill,

    /// <summary>The time is not in the future.</summary>
    TimePast,

    /// <summary>It has ended already.</summary>
    AlreadyEnded,
}

/// <summary>A reroute that holds now, as everybody is shown it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="FromSkillId">The topic group.</param>
/// <param name="ToSkillId">The skill that will do instead; null for everyone.</param>
/// <param name="StartedAt">Since when, UTC.</param>
/// <param name="StartedBy">Who switched it on: the name colleagues see.</param>
/// <param name="Until">Until when, UTC; null until it is switched off.</param>
public sealed record RerouteView(RerouteId Id, string FromSkillId, string? ToSkillId, DateTime StartedAt, string StartedBy, DateTime? Until);

/// <summary>Sends the waiting contacts of a topic group to other advisers for a while.</summary>
public sealed class RerouteService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Switches a reroute on.</summary>
    /// <param name="fromSkillId">The topic group.</param>
    /// <param name="toSkillId">The skill that will do instead; null for everyone.</param>
    /// <param name="until">When it ends by itself, UTC; null until it is switched off.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<RerouteOutcome> StartAsync(
        string fromSkillId, string? toSkillId, DateTime? until, AdviserId by, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                if (fromSkillId == toSkillId)
                {
                    return RerouteOutcome.SameSkill;
                }

                if (until <= now)
                {
                    return RerouteOutcome.TimePast;
                }

                var open = await db.Reroutes.SingleOrDefaultAsync(r => r.FromSkillId == fromSkillId && r.EndedAt == null, cancellationToken);
                if (open?.HoldsAt(now) == true)
                {
                    return RerouteOutcome.AlreadyRerouted;
                }

                if (open is not null)
                {
                    // Its time is over. It makes room first, as only one may be open.
                    open.End(by: null, now);
                    await db.TrySaveAsync(cancellationToken);
                }

                db.Reroutes.Add(Reroute.Start(fromSkillId, toSkillId, until, by, now));
                return RerouteOutcome.Done;
            },
            cancellationToken);

    /// <summary>Switches a reroute off.</summary>
    public Task<RerouteOutcome> EndAsync(RerouteId id, AdviserId by, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                if (await db.Reroutes.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } reroute || !reroute.HoldsAt(now))
                {
                    return RerouteOutcome.AlreadyEnded;
                }

                reroute.End(by, now);
                return RerouteOutcome.Done;
            },
            cancellationToken);

    /// <summary>The reroutes that hold now.</summary>
    public async Task<IReadOnlyList<RerouteView>> ActiveAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        return await (
            from r in db.Reroutes.AsNoTracking()
            where r.EndedAt == null && (r.Until == null || r.Until > now)
            orderby r.StartedAt
            select new RerouteView(
                r.Id, r.FromSkillId, r.ToSkillId, r.StartedAt,
                db.Advisers.Where(a => a.Id == r.StartedBy).Select(a => a.DisplayName).FirstOrDefault() ?? "a supervisor",
                r.Until)).ToListAsync(cancellationToken);
    }
}
