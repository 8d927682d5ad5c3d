using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Helpline.Testing;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Helpline.Benchmarks.Calls;

/// <summary>The consoles of many advisers, and the moment at which any of them hears of an offer.</summary>
internal sealed class Sockets : IAsyncDisposable
{
    private readonly List<HubConnection> connections = [];
    private readonly Channel<(string Event, long At)> heard = Channel.CreateUnbounded<(string, long)>();
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();

    /// <summary>Connects one console.</summary>
    public async Task ConnectAsync(Uri hub, string cookie)
    {
        var connection = new HubConnection(
            new SocketConnections(cookie), new JsonHubProtocol(), new UriEndPoint(hub), services, NullLoggerFactory.Instance);
        foreach (var name in (string[])["OfferMade", "OfferEnded"])
        {
            connection.On<JsonObject>(name, _ => heard.Writer.TryWrite((name, Stopwatch.GetTimestamp())));
        }

        await connection.StartAsync();
        connections.Add(connection);
    }

    /// <summary>Every console calls the hub.</summary>
    public async Task EveryoneAsync(string method, params object?[] arguments)
    {
        foreach (var connection in connections)
        {
            await connection.InvokeCoreAsync(method, typeof(object), arguments);
        }
    }

    /// <summary>Consoles say they are alive, each once in the time given and evenly spread, until stopped.</summary>
    public async Task BeatAsync(TimeSpan each, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(each / connections.Count);
        for (var i = 0; await timer.WaitForNextTickAsync(stop); i = (i + 1) % connections.Count)
        {
            await connections[i].InvokeAsync("Heartbeat", stop);
        }
    }

    /// <summary>Passes over everything heard so far.</summary>
    public void Forget()
    {
        while (heard.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Waits for the next event of this name; others are passed over. The timestamp at which it arrived.</summary>
    public async Task<long> HearAsync(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var (heardName, at) = await heard.Reader.ReadAsync(limit.Token);
            if (heardName == name)
            {
                return at;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        await services.DisposeAsync();
    }
}
