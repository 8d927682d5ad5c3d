using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Routing;

/// <summary>Runs <see cref="RoutingPass"/> whenever something that matters has changed, and once every tick, on the node that has the lease.</summary>
public sealed partial class RoutingLoop(
    RoutingPass pass,
    RoutingSignal signal,
    IServiceScopeFactory scopes,
    TimeProvider time,
    IOptions<RoutingOptions> options,
    ILogger<RoutingLoop> logger) : BackgroundService
{
    private readonly string holder = $"{Environment.MachineName}:{Guid.NewGuid():n}";
    private DateTime leaseEndsAt;

    /// <summary>When the loop last looked, UTC; null before the first time. For readiness.</summary>
    public DateTime? LastLookedAt { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await HasLeaseAsync(stoppingToken))
                {
                    await pass.RunAsync(stoppingToken);
                }

                LastLookedAt = time.UtcNow();
                await signal.WaitAsync(options.Value.Tick, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogFailed(e.GetType().Name, e);
                await signal.WaitAsync(options.Value.Tick, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> HasLeaseAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        if (leaseEndsAt - now > options.Value.Lease / 2)
        {
            return true;
        }

        var until = now + options.Value.Lease;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var taken = await db.RoutingLeases
            .Where(l => l.Name == RoutingLease.Routing && (l.Holder == holder || l.ExpiresAt < now))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, holder).SetProperty(l => l.ExpiresAt, until), cancellationToken);
        if (taken == 0 && !await db.RoutingLeases.AnyAsync(l => l.Name == RoutingLease.Routing, cancellationToken))
        {
            db.RoutingLeases.Add(new RoutingLease { Name = RoutingLease.Routing, Holder = holder, ExpiresAt = until });
            taken = await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        leaseEndsAt = taken == 1 ? until : default;
        return taken == 1;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The routing pass failed ({Kind}); it will be tried again.")]
    private partial void LogFailed(string kind, Exception exception);
}
