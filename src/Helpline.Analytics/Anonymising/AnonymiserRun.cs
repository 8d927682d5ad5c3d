using Helpline.Analytics.Data;
using Helpline.Analytics.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpline.Analytics.Anonymising;

internal sealed partial class AnonymiserRun(
    AnalyticsDbContext db,
    LeaseKeeper leases,
    WindowPublisher windows,
    OutboxDispatcher outbox,
    TimeProvider clock,
    ILogger<AnonymiserRun> logger) : IAnonymiserRun
{
    internal const string LeaseName = "anonymiser";

    /// <summary>A delivery is repeated within minutes or days of its first attempt, never later.</summary>
    private static readonly TimeSpan RepeatsAreRecognisedFor = TimeSpan.FromDays(30);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var holder = Guid.NewGuid();
        if (!await leases.TakeAsync(LeaseName, holder, cancellationToken))
        {
            return 0;
        }

        try
        {
            var published = 0;
            foreach (var (kind, week) in await windows.ClosedAsync(cancellationToken))
            {
                if (!await leases.TakeAsync(LeaseName, holder, cancellationToken))
                {
                    break;
                }

                published += await windows.PublishAsync(kind, week, cancellationToken) ? 1 : 0;
            }

            LogPublished(published);
            await outbox.DispatchAsync(cancellationToken);
            await ForgetAsync(cancellationToken);
            return published;
        }
        finally
        {
            await leases.ReleaseAsync(LeaseName, holder, CancellationToken.None);
        }
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - RepeatsAreRecognisedFor;
        var day = DateOnly.FromDateTime(before);
        await db.Deliveries.Where(delivery => delivery.ReceivedOn < day).ExecuteDeleteAsync(cancellationToken);
        await outbox.ForgetAsync(before, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Anonymiser run ended; windows published: {Windows}")]
    private partial void LogPublished(int windows);
}
