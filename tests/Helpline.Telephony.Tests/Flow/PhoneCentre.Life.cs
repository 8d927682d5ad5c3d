using Helpline.Core.Advisers;
using Helpline.Core.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>What the helpline's own loops do, one turn at a time, and its sudden end.</summary>
internal sealed partial class PhoneCentre
{
    /// <summary>Consoles are alive; what was heard is written, as every few seconds.</summary>
    public async Task BeatAsync(IEnumerable<AdviserId> advisers)
    {
        var heartbeats = app.Services.GetRequiredService<Heartbeats>();
        foreach (var adviser in advisers)
        {
            heartbeats.Beat(adviser);
        }

        await heartbeats.WriteAsync(Stop);
    }

    /// <summary>Routes once. Returns how many offers were made.</summary>
    public Task<int> RouteAsync() => app.Services.GetRequiredService<RoutingPass>().RunAsync(Stop);

    /// <summary>The process is gone in the middle of whatever it did; nobody listens until it is started again.</summary>
    public async Task CrashAsync()
    {
        toApp.To = null;
        await app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await SettleAsync();
        await app.DisposeAsync();
    }
}
