using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Routing;

/// <summary>The queue at a glance, at most a second old.</summary>
public sealed record QueueSnapshot
{
    /// <summary>When it was taken, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Waiting contacts, first to be served first.</summary>
    public required IReadOnlyList<WaitingContact> Waiting { get; init; }

    /// <summary>Contacts waiting by channel.</summary>
    public required IReadOnlyDictionary<Channel, int> ByChannel { get; init; }

    /// <summary>Advisers who are available, whatever they are doing.</summary>
    public required int AdvisersPresent { get; init; }

    /// <summary>Mean time from answer to close of the latest calls.</summary>
    public required TimeSpan MeanHandling { get; init; }

    /// <summary>Whole seconds the longest waiter has waited; 0 when nobody waits.</summary>
    public int LongestWaitSeconds => Waiting.Count == 0 ? 0 : (int)(At - Waiting.Min(w => w.JoinedAt)).TotalSeconds;

    /// <summary>Place in the queue among callers on the line, from 1; null when not waiting.</summary>
    public int? PositionOf(ContactId contactId)
    {
        var position = 0;
        foreach (var contact in Waiting)
        {
            position += contact.IsLive ? 1 : 0;
            if (contact.Id == contactId)
            {
                return contact.IsLive ? position : null;
            }
        }

        return null;
    }
}

/// <summary>Keeps a <see cref="QueueSnapshot"/> for this process, so that a thousand waiting callers do not each count the queue.</summary>
public sealed class QueueBoard(IServiceScopeFactory scopes, TimeProvider time, IOptions<RoutingOptions> options) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AssumedHandling = TimeSpan.FromMinutes(15);
    private readonly SemaphoreSlim one = new(1, 1);
    private QueueSnapshot? latest;

    /// <summary>The queue now, or as it was within the last second.</summary>
    public async Task<QueueSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        if (IsFresh(latest))
        {
            return latest!;
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            return IsFresh(latest) ? latest! : latest = await ReadAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Forgets what it has, so that the next reader sees the present.</summary>
    public void Refresh() => latest = null;

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private bool IsFresh(QueueSnapshot? snapshot) => snapshot is not null && time.UtcNow() - snapshot.At < Fresh;

    private async Task<QueueSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var now = time.UtcNow();
        var waiting = await scope.ServiceProvider.GetRequiredService<RoutingQueries>().WaitingAsync(cancellationToken);
        var alive = now - options.Value.HeartbeatFresh;
        var present = await db.Advisers.CountAsync(a => a.Presence == Presence.Available && a.HeartbeatAt >= alive, cancellationToken);
        return new QueueSnapshot
        {
            At = now,
            Waiting = QueueOrder.Of(waiting, now, options.Value),
            ByChannel = Enum.GetValues<Channel>().ToDictionary(c => c, _ => 0)
                .Concat(await CountsAsync(db, cancellationToken)).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value)),
            AdvisersPresent = present,
            MeanHandling = await MeanHandlingAsync(db, cancellationToken),
        };
    }

    private static Task<Dictionary<Channel, int>> CountsAsync(HelplineDbContext db, CancellationToken cancellationToken) =>
        db.Contacts.Where(c => c.Status == ContactStatus.Waiting && c.JoinedAt != null)
            .GroupBy(c => c.Channel).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    private static async Task<TimeSpan> MeanHandlingAsync(HelplineDbContext db, CancellationToken cancellationToken)
    {
        var latest = await db.Contacts.AsNoTracking()
            .Where(c => c.Status == ContactStatus.Closed && c.IsLive && c.AnsweredAt != null && !c.IsNonData)
            .OrderByDescending(c => c.ArrivedAt)
            .Take(50)
            .Select(c => new { c.AnsweredAt, c.ClosedAt })
            .ToListAsync(cancellationToken);
        return latest.Count < 10
            ? AssumedHandling
            : TimeSpan.FromSeconds(latest.Average(c => (c.ClosedAt!.Value - c.AnsweredAt!.Value).TotalSeconds));
    }
}
