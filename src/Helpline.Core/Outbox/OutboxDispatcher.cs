using System.Collections.Concurrent;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Core.Outbox;

/// <summary>
/// Does what the outbox holds, oldest first. A message is claimed by moving its due time on, so that two nodes do not do it at once,
/// and deleted when done; a failure is tried again after growing pauses, for ever.
/// </summary>
public sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
    ];

    private readonly ConcurrentDictionary<string, bool> told = new();

    /// <summary>Does every message that is due. Returns how many were done.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var now = time.UtcNow();
        var due = await db.Outbox.AsNoTracking().Where(m => m.DueAt <= now).OrderBy(m => m.DueAt).Take(200).ToListAsync(cancellationToken);
        foreach (var message in due)
        {
            var retryAt = now + Pauses[Math.Min(message.Attempts, Pauses.Length - 1)];
            var claimed = await db.Outbox
                .Where(m => m.Id == message.Id && m.DueAt == message.DueAt)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, retryAt).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellationToken);
            if (claimed == 1 && await HandleAsync(message, cancellationToken))
            {
                await db.Outbox.Where(m => m.Id == message.Id).ExecuteDeleteAsync(cancellationToken);
                done++;
            }
        }

        return done;
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

    private async Task<bool> HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetServices<IOutboxHandler>().Single(h => h.Kind == message.Kind);
            await handler.HandleAsync(message, cancellationToken);
            return true;
        }
        catch (OutboxWaitException e)
        {
            if (told.TryAdd(e.Message, true))
            {
                LogWaits(message.Kind, e.Message);
            }

            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(message.Id, message.Kind, message.Attempts + 1, e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {MessageId} ({Kind}) failed at attempt {Attempt}: {Error}.")]
    private partial void LogFailed(Guid messageId, string kind, int attempt, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox messages of kind {Kind} are kept until they can be done. {Reason}")]
    private partial void LogWaits(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read ({Error}); it will be tried again.")]
    private partial void LogLoopFailed(string error);
}
