using Helpline.Core.Common;
using Helpline.Core.Routing;
using Microsoft.AspNetCore.SignalR;

namespace Helpline.Web.Pages.Console.Hub;

/// <summary>Tells every console of this node how the queue stands, at most twice a second however busy it is.</summary>
public sealed partial class QueueBroadcaster(
    IHubContext<ConsoleHub, IConsoleClient> hub, QueueBoard board, TimeProvider time, ILogger<QueueBroadcaster> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private readonly Signal signal = new();

    /// <summary>The queue may have moved.</summary>
    public void Wake() => signal.Wake();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(Longest, time, stoppingToken);
                board.Refresh();
                await hub.Clients.Group(ConsoleGroups.Everyone).QueueChanged(QueueNotices.Of(await board.GetAsync(stoppingToken)));
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queue could not be read for the consoles ({Error}).")]
    private partial void LogFailed(string error);

    private sealed class Signal : WakeSignal;
}
