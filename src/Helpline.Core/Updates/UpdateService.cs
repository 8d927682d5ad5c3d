using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Updates;

/// <summary>Who has read what, and what follows for the skills.</summary>
public sealed class UpdateService(
    HelplineDbContext db, IMustReads mustReads, RoutingSignal routing, TimeProvider time, IOptions<UpdateOptions> options)
{
    /// <summary>Notes that an adviser has read an update. Noting it again changes nothing.</summary>
    public async Task AcknowledgeAsync(string updateId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        if (!await db.UpdateAcknowledgements.AnyAsync(a => a.UpdateId == updateId && a.AdviserId == adviserId, cancellationToken))
        {
            db.UpdateAcknowledgements.Add(new UpdateAcknowledgement { UpdateId = updateId, AdviserId = adviserId, At = time.UtcNow() });
            await db.TrySaveAsync(cancellationToken);
        }

        // A skill may be back: somebody may have waited for it.
        routing.Wake();
    }

    /// <summary>Notes since when what must be read is served here. Called whenever the content changes; the first call counts.</summary>
    public async Task NoteArrivalsAsync(CancellationToken cancellationToken)
    {
        var known = await db.UpdateArrivals.AsNoTracking().Select(a => a.UpdateId).ToListAsync(cancellationToken);
        var now = time.UtcNow();
        foreach (var update in mustReads.Current.Where(u => !known.Contains(u.Id)))
        {
            db.UpdateArrivals.Add(new UpdateArrival { UpdateId = update.Id, At = now });
            await db.TrySaveAsync(cancellationToken);
        }
    }

    /// <summary>How one adviser stands; null when there is no such adviser.</summary>
    public async Task<UpdateReading?> ReadingAsync(AdviserId adviserId, CancellationToken cancellationToken)
    {
        var adviser = await db.Advisers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken);
        if (adviser is null)
        {
            return null;
        }

        var now = time.UtcNow();
        var days = options.Value.AcknowledgeWithinDays;
        var arrivals = await db.UpdateArrivals.AsNoTracking().ToDictionaryAsync(a => a.UpdateId, a => a.At, cancellationToken);
        var read = await db.UpdateAcknowledgements.AsNoTracking().Where(a => a.AdviserId == adviserId)
            .ToDictionaryAsync(a => a.UpdateId, a => a.At, cancellationToken);
        var due = mustReads.Current.ToDictionary(u => u.Id, u => SkillCurrency.DueAt(arrivals.GetValueOrDefault(u.Id, now), adviser.JoinedAt, days));
        return new UpdateReading(read, due, SkillCurrency.OutOfDate(mustReads.Current, arrivals, read.Keys.ToHashSet(), adviser.JoinedAt, now, days));
    }

    /// <summary>The skills each of these advisers has lost until they read what is overdue. Empty, after one small read at most, while nothing is overdue for anyone.</summary>
    internal async Task<IReadOnlyDictionary<AdviserId, IReadOnlySet<string>>> OutOfDateAsync(
        IReadOnlyDictionary<AdviserId, DateTime> joined, CancellationToken cancellationToken)
    {
        var mustRead = mustReads.Current;
        if (mustRead.Count == 0 || joined.Count == 0)
        {
            return new Dictionary<AdviserId, IReadOnlySet<string>>();
        }

        var now = time.UtcNow();
        var days = options.Value.AcknowledgeWithinDays;
        var before = now.AddDays(-days);
        var ids = mustRead.Select(u => u.Id).ToList();
        var arrivals = await db.UpdateArrivals.AsNoTracking().Where(a => a.At <= before && ids.Contains(a.UpdateId))
            .ToDictionaryAsync(a => a.UpdateId, a => a.At, cancellationToken);
        if (arrivals.Count == 0)
        {
            return new Dictionary<AdviserId, IReadOnlySet<string>>();
        }

        var overdue = arrivals.Keys.ToList();
        var read = (await db.UpdateAcknowledgements.AsNoTracking().Where(a => overdue.Contains(a.UpdateId))
            .Select(a => new { a.AdviserId, a.UpdateId }).ToListAsync(cancellationToken)).ToLookup(a => a.AdviserId, a => a.UpdateId);
        return joined.ToDictionary(
            a => a.Key, a => SkillCurrency.OutOfDate(mustRead, arrivals, read[a.Key].ToHashSet(), a.Value, now, days));
    }
}
