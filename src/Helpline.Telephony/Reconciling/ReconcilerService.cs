using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Reconciling;

/// <summary>Runs the reconciler once the host has started and every 30 seconds after.</summary>
internal sealed partial class ReconcilerService(
    Reconciler reconciler, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ReconcilerService> logger) : BackgroundService
{
    /// <summary>Time between two runs.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Before that our own address may not be known yet.
            await StartedAsync(stoppingToken);
            using var timer = new PeriodicTimer(Every, time);
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next one goes on from the database.
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var corrected = await reconciler.RunAsync(cancellationToken);
            if (corrected > 0)
            {
                LogCorrected(corrected);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure.GetType().Name, failure);
        }
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hooked = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reconciler: {Count} calls put right.")]
    private partial void LogCorrected(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reconciler: the run failed ({Kind}); it will be tried again.")]
    private partial void LogFailed(string kind, Exception exception);
}
