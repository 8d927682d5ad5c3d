using Helpline.Analytics.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpline.Analytics.Delivery;

/// <summary>
/// Sends what was committed, under the id it was committed with, and sends it again until a consumer has recorded it:
/// neither a crash nor a lost broker loses a figure, and the inbox keeps a second copy from counting.
/// </summary>
internal sealed partial class OutboxDispatcher(
    AnalyticsDbContext db, IBus bus, TimeProvider clock, ILogger<OutboxDispatcher> logger)
{
    /// <summary>How long the first send may take to be recorded; doubled with every further attempt.</summary>
    internal static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(30);

    public async Task DispatchAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Outbox.AsNoTracking()
            .Where(row => row.DueAt <= now && !db.Inbox.Any(seen => seen.MessageId == row.Id))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        foreach (var row in due)
        {
            if (!await SendAsync(row, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Forgets messages recorded before the given instant.</summary>
    public async Task ForgetAsync(DateTime recordedBefore, CancellationToken cancellationToken)
    {
        await db.Outbox
            .Where(row => db.Inbox.Any(seen => seen.MessageId == row.Id && seen.ReceivedAt < recordedBefore))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Inbox
            .Where(seen => seen.ReceivedAt < recordedBefore && !db.Outbox.Any(row => row.Id == seen.MessageId))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> SendAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        // A bus that cannot reach its broker waits for it; the outbox can wait better.
        using var timeout = new CancellationTokenSource(SendTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var type = MessageTypes.Named(row.Type);
        try
        {
            await bus.Publish(
                FactsJson.Read(row.Body, type), type,
                Pipe.Execute<PublishContext>(context => context.MessageId = row.Id), either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogNotSent(row.Id);
            return false;
        }

        var wait = TimeSpan.FromTicks(Math.Min(FirstRetry.Ticks << Math.Min(row.Attempts, 10), LongestRetry.Ticks));
        var dueAt = clock.GetUtcNow().UtcDateTime + wait;
        await db.Outbox.Where(sent => sent.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(sent => sent.DueAt, dueAt).SetProperty(sent => sent.Attempts, sent => sent.Attempts + 1),
            cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus did not take message {MessageId} in time; it stays in the outbox")]
    private partial void LogNotSent(Guid messageId);
}
