using Microsoft.AspNetCore.SignalR;

namespace Helpline.Telephony.Simulator.Voices;

/// <summary>
/// The line between the simulated service and a page that speaks for a leg: the telephone of the simulator's page, or a console's
/// softphone. There is one only where the service is simulated. It carries no sound, only who is to hear whom and how browsers find each other.
/// </summary>
internal sealed class VoiceHub(SimulatorWorld world, IHubContext<VoiceHub> pages) : Hub
{
    /// <summary>Where it is mapped.</summary>
    public const string Path = "/simulator/voice";

    private const string End = nameof(End);

    /// <summary>The page's telephone speaks on a call; whoever placed it knows its sid. False when there is no such call, or it is a softphone's.</summary>
    public async Task<bool> JoinCall(string callSid) => await JoinAsync(() =>
        world.Calls.Find(callSid) is { IsOver: false } call && !call.To.StartsWith("client:", StringComparison.Ordinal) ? call.Sid : null);

    /// <summary>A softphone registers. Answers 0, or the service's error code.</summary>
    public async Task<int> Register(string token)
    {
        var (identity, error) = SoftphoneRegistration.Read(world, token);
        if (identity is not null)
        {
            await JoinAsync(() => $"client:{identity}");
        }

        return error ?? 0;
    }

    /// <summary>Passes a step on to a peer of the conference. False when there is no such peer now.</summary>
    public async Task<bool> Send(string to, VoiceSignal signal) =>
        Context.Items.TryGetValue(End, out var joined) && joined is VoiceEnd end && await world.Loop.RunAsync(() => world.Voices.Send(end, to, signal));

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await LeaveAsync();
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<bool> JoinAsync(Func<string?> address)
    {
        await LeaveAsync();
        var page = new Page(pages.Clients.Client(Context.ConnectionId));
        var end = await world.Loop.RunAsync(() => address() is { } found ? world.Voices.Attach(found, page) : null);
        if (end is not null)
        {
            Context.Items[End] = end;
        }

        return end is not null;
    }

    private async Task LeaveAsync()
    {
        if (Context.Items.Remove(End, out var joined) && joined is VoiceEnd end)
        {
            await world.Loop.RunAsync(() =>
            {
                world.Voices.Detach(end);
                return true;
            });
        }
    }

    // Not awaited: the loop waits for no browser, and views are numbered.
    private sealed class Page(IClientProxy client) : IVoicePage
    {
        public void Room(VoiceRoom room) => _ = client.SendAsync("Room", room);

        public void Signal(string from, VoiceSignal signal) => _ = client.SendAsync("Signal", from, signal);
    }
}
