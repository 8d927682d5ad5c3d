using System.Diagnostics;
using Helpline.Core.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Core.Locations;

/// <summary>Reads the tables before the first request, so that a malformed one stops the start and nobody waits for them.</summary>
internal sealed partial class LocationsStart(IServiceProvider services, TimeProvider clock, ILogger<LocationsStart> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var tables = services.GetRequiredService<LocationTables>();
        _ = services.GetRequiredService<LocalServiceDirectory>();
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        LogRead(tables.Directory.Authorities.Count, tables.Names.Count, tables.Postcodes.ExceptionCount, taken);
        if (tables.FirstComingChange is { } change && change <= clock.LondonToday())
        {
            LogChangeDue(change);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Places read: {Authorities} authorities, {Names} names, {Exceptions} single postcodes in {Milliseconds:F0} ms")]
    private partial void LogRead(int authorities, int names, int exceptions, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "content/locations/coming-changes.csv: a change took effect on {Date} and is not in the tables yet")]
    private partial void LogChangeDue(DateOnly date);
}
