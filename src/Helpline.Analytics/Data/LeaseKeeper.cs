using Microsoft.EntityFrameworkCore;

namespace Helpline.Analytics.Data;

/// <summary>One holder at a time, by conditional write. A holder that dies is replaced when its time runs out.</summary>
internal sealed class LeaseKeeper(AnalyticsDbContext db, TimeProvider clock)
{
    internal static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    /// <summary>Takes the lease, or extends it for its holder. False: somebody else holds it.</summary>
    public async Task<bool> TakeAsync(string name, Guid holder, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + Duration;
        if (await UpdateAsync(name, holder, now, until, cancellationToken))
        {
            return true;
        }

        if (await db.Leases.AnyAsync(lease => lease.Name == name, cancellationToken))
        {
            return false;
        }

        db.Leases.Add(new Lease { Name = name, Holder = holder, ExpiresAt = until });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node put the row there first, unless the database itself failed: then this throws again.
            db.ChangeTracker.Clear();
            return await UpdateAsync(name, holder, now, until, cancellationToken);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    public Task ReleaseAsync(string name, Guid holder, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Leases.Where(lease => lease.Name == name && lease.Holder == holder)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ExpiresAt, now), cancellationToken);
    }

    private async Task<bool> UpdateAsync(
        string name, Guid holder, DateTime now, DateTime until, CancellationToken cancellationToken) =>
        await db.Leases
            .Where(lease => lease.Name == name && (lease.Holder == holder || lease.ExpiresAt <= now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.ExpiresAt, until),
                cancellationToken) == 1;
}
