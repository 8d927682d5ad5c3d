using System.Collections.Concurrent;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Core.Outbox;

/// <summary>
/// Does what the outbox holds, oldest first, each kind beside the others so that a slow one holds nobody up. A message is claimed by
/// moving its due time on, so that two nodes do not do it at once, and deleted when done. A failure is tried again after growing pauses;
/// a refusal for good, or the last try after about three days, sets the message aside (<see cref="OutboxSetAside"/>).
/// </summary>
public sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, OutboxSetAside setAside, TimeProvider time, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    /// <summary>The reason of a message whose last try failed without saying why it never could.</summary>
    public const string TriesUsedUp = "tries-used-up";

    private const int MostInOneLook = 200;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    // What waits for a setting that is changed with a restart need not be tried often.
    private static readonly TimeSpan WaitPause = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, bool> told = new();

    /// <summary>How often a message is tried at most.</summary>
    public static int MostTries => Pauses.Length + 1;

    /// <summary>Does every message that is due. Returns how many were done.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var now = time.UtcNow();
        var kinds = await db.Outbox.Where(m => m.SetAsideAt == null && m.DueAt <= now).Select(m => m.Kind).Distinct().ToListAsync(cancellationToken);
        var done = await Task.WhenAll(kinds.Select(kind => RunAsync(kind, now, cancellationToken)));
        return done.Sum();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
                await signal.WaitAsync(TimeSpan.FromSeconds(5), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogLoopFailed(e.GetType().Name);
                await signal.WaitAsync(TimeSpan.FromSeconds(5), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> RunAsync(string kind, DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();

        // Without the payload: one that cannot be read must not keep the others from being looked at.
        var due = await db.Outbox.Where(m => m.SetAsideAt == null && m.Kind == kind && m.DueAt <= now)
            .OrderBy(m => m.DueAt).Take(MostInOneLook)
            .Select(m => new Due(m.Id, m.Kind, m.DueAt, m.Attempts))
            .ToListAsync(cancellationToken);
        var done = 0;
        foreach (var message in due)
        {
            // By the clock as it is now: the messages before this one may have taken long.
            var retryAt = time.UtcNow() + Pauses[Math.Min(message.Attempts, Pauses.Length - 1)];
            var claimed = await db.Outbox
                .Where(m => m.Id == message.Id && m.DueAt == message.DueAt && m.SetAsideAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, retryAt).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellationToken);
            if (claimed == 1 && await HandleAsync(db, message, cancellationToken))
            {
                await db.Outbox.Where(m => m.Id == message.Id).ExecuteDeleteAsync(cancellationToken);
                done++;
            }
        }

        return done;
    }

    private async Task<bool> HandleAsync(HelplineDbContext db, Due due, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var message = await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().Outbox.AsNoTracking()
                .SingleAsync(m => m.Id == due.Id, cancellationToken);
            var handler = scope.ServiceProvider.GetServices<IOutboxHandler>().Single(h => h.Kind == due.Kind);
            await handler.HandleAsync(message, cancellationToken);
            return true;
        }
        catch (OutboxWaitException e)
        {
            await WaitAsync(db, due, e, cancellationToken);
        }
        catch (OutboxRefusedException e)
        {
            await setAside.SetAsideAsync(due.Id, e.Reason, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(due.Id, due.Kind, due.Attempts + 1, e.GetType().Name);
            if (due.Attempts + 1 >= MostTries)
            {
                await setAside.SetAsideAsync(due.Id, TriesUsedUp, cancellationToken);
            }
        }

        return false;
    }

    // It was not tried, so no try is used up.
    private async Task WaitAsync(HelplineDbContext db, Due due, OutboxWaitException why, CancellationToken cancellationToken)
    {
        var again = time.UtcNow() + WaitPause;
        await db.Outbox.Where(m => m.Id == due.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, again).SetProperty(m => m.Attempts, due.Attempts), cancellationToken);
        if (told.TryAdd(why.Message, true))
        {
            LogWaits(due.Kind, why.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {MessageId} ({Kind}) failed at attempt {Attempt}: {Error}.")]
    private partial void LogFailed(Guid messageId, string kind, int attempt, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox messages of kind {Kind} are kept until they can be done. {Reason}")]
    private partial void LogWaits(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read ({Error}); it will be tried again.")]
    private partial void LogLoopFailed(string error);

    private sealed record Due(Guid Id, string Kind, DateTime DueAt, int Attempts);
}
