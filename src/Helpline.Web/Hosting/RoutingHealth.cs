using Helpline.Core.Common;
using Helpline.Core.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Helpline.Web.Hosting;

/// <summary>Ready while the routing loop of this node has looked lately, whether or not it is the one that routes.</summary>
public sealed class RoutingHealth(RoutingLoop loop, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(loop.LastLookedAt is { } at && time.UtcNow() - at < Lately
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The routing loop has not looked lately."));
}
