using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Analytics.Anonymising;

/// <summary>
/// Looks for closed windows every window, but at least every quarter of an hour: a message whose first send failed
/// should not wait a week, nor should a restart put off a window that is due.
/// </summary>
internal sealed partial class AnonymiserService(
    IServiceScopeFactory scopes, TimeProvider clock, IOptions<AnalyticsOptions> options, ILogger<AnonymiserService> logger)
    : BackgroundService
{
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = options.Value.Window < LongestPause ? options.Value.Window : LongestPause;
        using var timer = new PeriodicTimer(pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RunOnceAsync(stoppingToken);
        }
    }

#pragma warning disable CA1031 // Whatever went wrong, the next tick tries again; nothing is lost in between.
    private async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IAnonymiserRun>().RunAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }
#pragma warning restore CA1031

    [LoggerMessage(Level = LogLevel.Error, Message = "Anonymiser run failed; it is tried again at the next tick")]
    private partial void LogFailed(Exception failure);
}
