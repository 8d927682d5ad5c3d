using System.Data.Common;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Surges;

/// <summary>The surge that is on, as everything that promises something sees it.</summary>
public sealed record SurgeView
{
    /// <summary>Names it.</summary>
    public required SurgeId Id { get; init; }

    /// <summary>Counts its changes.</summary>
    public required long Version { get; init; }

    /// <summary>When it was switched on, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>Who switched it on: the name colleagues see.</summary>
    public required string StartedBy { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When it ends by itself, UTC.</summary>
    public required DateTime Until { get; init; }

    /// <summary>What the public site says; null for nothing.</summary>
    public string? Banner { get; init; }

    /// <summary>Working days promised for a written reply; null for the usual.</summary>
    public int? ReplyWorkingDays { get; init; }

    /// <summary>Whether callers are asked if something has to be sent soon.</summary>
    public bool DeadlinesOnly { get; init; }

    /// <summary>The most callbacks promised in each period; null for any number.</summary>
    public int? CallbackQuota { get; init; }

    /// <summary>Whether the period is an hour; otherwise a day in London.</summary>
    public bool QuotaIsHourly { get; init; }

    /// <summary>Callbacks promised in the present period.</summary>
    public required int Promised { get; init; }

    /// <summary>Whether a callback may still be offered.</summary>
    public bool HasCallbacksLeft => CallbackQuota is not { } most || Promised < most;
}

/// <summary>
/// Keeps the surge for this process for two seconds, so that a page or a waiting caller costs no read. While the database cannot be read, what was known last
/// goes on, until the surge's own end.
/// </summary>
public sealed class SurgeBoard(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private Known? known;

    /// <summary>The surge that is on; null when none is.</summary>
    public async Task<SurgeView?> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var seen = known;
        if (seen is null || now - seen.At >= Fresh || now < seen.At)
        {
            try
            {
                known = seen = new Known(now, await ReadAsync(now, cancellationToken));
            }
            catch (DbException)
            {
                // What was known last is the best there is; whoever needs the database fails by itself.
            }
        }

        return seen?.Surge is { } surge && surge.Until > now ? surge : null;
    }

    /// <summary>Forgets what it has, so that the next reader sees the present.</summary>
    public void Refresh() => known = null;

    private async Task<SurgeView?> ReadAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var (hour, day) = (Surge.PeriodOf(now, hourly: true), Surge.PeriodOf(now, hourly: false));
        return await (
            from s in db.Surges.AsNoTracking()
            where s.EndedAt == null && s.Until > now
            select new SurgeView
            {
                Id = s.Id,
                Version = s.Version,
                StartedAt = s.StartedAt,
                StartedBy = db.Users.Where(u => u.Id == s.StartedBy).Select(u => u.DisplayName).FirstOrDefault() ?? "a colleague",
                Reason = s.Reason,
                Until = s.Until,
                Banner = s.Banner,
                ReplyWorkingDays = s.ReplyWorkingDays,
                DeadlinesOnly = s.DeadlinesOnly,
                CallbackQuota = s.CallbackQuota,
                QuotaIsHourly = s.QuotaIsHourly,
                Promised = db.SurgeQuotaUses.Where(q => q.SurgeId == s.Id && q.PeriodStart == (s.QuotaIsHourly ? hour : day)).Sum(q => q.Promised),
            }).SingleOrDefaultAsync(cancellationToken);
    }

    private sealed record Known(DateTime At, SurgeView? Surge);
}
