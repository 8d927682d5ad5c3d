using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Routing;

/// <summary>
/// Returns written work to the queue whose adviser has been offline, or without a live console, for too long. The draft is kept for
/// whoever takes it next. Two nodes at once return it once: the second finds another version.
/// </summary>
public sealed class AbsentAdvisers(TimeProvider time, Heartbeats heartbeats, IOptions<RoutingOptions> options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // After an outage of ours every console looks dead until it has found its way back.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private DateTime? firstLook;
    private DateTime nextLook;

    /// <summary>Looks, if it is time to. Returns the number of contacts returned to the queue.</summary>
    public async Task<int> ReleaseAsync(HelplineDbContext db, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        firstLook ??= now;
        if (now < nextLook || now - firstLook < Grace)
        {
            return 0;
        }

        nextLook = now + Pause;
        var before = now - options.Value.AbsentAfter;
        var left = await (
            from c in db.Contacts.AsNoTracking()
            join a in db.Advisers.AsNoTracking() on c.AdviserId equals a.Id
            where c.Status == ContactStatus.InProgress && !c.IsLive
                && (a.HeartbeatAt <= before || (a.Presence == Presence.Offline && a.PresenceSince <= before))
            select new { ContactId = c.Id, AdviserId = a.Id }).ToListAsync(cancellationToken);
        var released = 0;
        foreach (var row in left)
        {
            released += await ReleaseAsync(db, row.ContactId, row.AdviserId, now, cancellationToken) ? 1 : 0;
        }

        return released;
    }

    private async Task<bool> ReleaseAsync(HelplineDbContext db, ContactId contactId, AdviserId adviserId, DateTime now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var contact = await db.Contacts.SingleAsync(c => c.Id == contactId, cancellationToken);
        var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, cancellationToken);
        if (contact is not { Status: ContactStatus.InProgress, IsLive: false } || contact.AdviserId != adviserId || !IsAbsent(adviser, now) || !adviser.Holds(contactId))
        {
            return false;
        }

        contact.ReturnFromAbsent(now);
        adviser.GiveUp(contactId, now);
        return await db.TrySaveAsync(cancellationToken);
    }

    private bool IsAbsent(Adviser adviser, DateTime now)
    {
        var before = now - options.Value.AbsentAfter;
        return heartbeats.LatestOf(adviser.Id, adviser.HeartbeatAt) <= before
            || (adviser.Presence == Presence.Offline && adviser.PresenceSince <= before);
    }
}
