using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Core.Recordings;

/// <summary>Deletes recordings whose time is over, every hour.</summary>
internal sealed partial class RecordingKeeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<RecordingKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var deleted = await scope.ServiceProvider.GetRequiredService<RecordingService>().DeleteDueAsync(stoppingToken);
                if (deleted > 0)
                {
                    LogDeleted(deleted);
                }
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure.GetType().Name, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} recordings deleted, as their time is over.")]
    private partial void LogDeleted(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Recordings whose time is over could not be deleted ({Kind}); it will be tried again.")]
    private partial void LogFailed(string kind, Exception exception);
}
