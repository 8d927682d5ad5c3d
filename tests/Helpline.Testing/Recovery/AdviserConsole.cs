using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Helpline.Testing.Recovery;

/// <summary>An adviser's open console, over the network: signed in by the form, on the hub, alive. It outlives the application.</summary>
public sealed class AdviserConsole : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    private readonly CookieContainer cookies = new();
    private readonly ConcurrentDictionary<Guid, bool> pushed = new();
    private HttpClient browser;
    private HubConnection? hub;
    private CancellationTokenSource? closed;
    private Task beating = Task.CompletedTask;

    public AdviserConsole(Uri address) => browser = BrowserAt(address);

    /// <summary>Offers the server told this console of, unasked.</summary>
    public IReadOnlyCollection<Guid> Pushed => [.. pushed.Keys];

    /// <summary>Where the console is connected.</summary>
    public Uri Address => browser.BaseAddress!;

    /// <summary>Goes to another node, with the sign-in it has, and connects there.</summary>
    public async Task MoveAsync(Uri address, CancellationToken cancellationToken)
    {
        await CloseAsync();
        browser.Dispose();
        browser = BrowserAt(address);
        await ConnectAsync(cancellationToken);
    }

    /// <summary>Signs in by the page.</summary>
    public async Task SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        using var answer = await browser.SendFormAsync(
            "/sign-in", new Dictionary<string, string> { ["Email"] = email, ["Password"] = password }, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"The sign-in answered {(int)answer.StatusCode}.");
        }
    }

    /// <summary>Connects to the hub, or connects again; the sign-in still holds.</summary>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await CloseAsync();
        var socket = new UriBuilder(new Uri(browser.BaseAddress!, "/hubs/console")) { Scheme = "ws" }.Uri;
        hub = new HubConnection(
            new SocketConnections(cookies.GetCookieHeader(browser.BaseAddress!)),
            new JsonHubProtocol(),
            new UriEndPoint(socket),
            new ServiceCollection().BuildServiceProvider(), // The connection disposes of it.
            NullLoggerFactory.Instance);
        hub.On<JsonObject>("OfferMade", notice => pushed[(Guid)notice["offerId"]!] = true);
        await hub.StartAsync(cancellationToken);
        closed = new CancellationTokenSource();
        beating = BeatAsync(hub, closed.Token);
    }

    /// <summary>What the adviser has in front of them, as the page asks for it.</summary>
    public Task<JsonObject> SnapshotAsync(CancellationToken cancellationToken) => Hub.InvokeAsync<JsonObject>("Snapshot", cancellationToken);

    /// <summary>Declares to be <c>Available</c> or <c>Offline</c>.</summary>
    public Task DeclareAsync(string presence, CancellationToken cancellationToken) =>
        Hub.InvokeAsync<string>("SetPresence", presence, null, "tried", cancellationToken);

    /// <summary>Takes an offer. Returns the outcome's name.</summary>
    public Task<string> AcceptAsync(Guid offerId, CancellationToken cancellationToken) =>
        Hub.InvokeAsync<string>("AcceptOffer", offerId, cancellationToken);

    /// <summary>Sends one of the contact page's handlers what the page would. Returns the outcome's name.</summary>
    public async Task<string> PostAsync(
        Guid contactId, string handler, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var page = await browser.ReadAsync("/console", cancellationToken);
        var token = page.QuerySelector("input[name=_token]")?.GetAttribute("value")
            ?? throw new InvalidOperationException("The console has no antiforgery token.");
        using var form = new FormUrlEncodedContent([.. fields, new("_token", token)]);
        using var answer = await browser.PostAsync(
            new Uri($"/console/contact/{contactId}?handler={handler}", UriKind.Relative), form, cancellationToken);
        var outcome = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return outcome?["outcome"]?.GetValue<string>() ?? throw new InvalidOperationException($"{handler} answered {(int)answer.StatusCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        browser.Dispose();
    }

    private HttpClient BrowserAt(Uri address) =>
        new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    private HubConnection Hub => hub ?? throw new InvalidOperationException("The console is not connected.");

    private async Task CloseAsync()
    {
        if (hub is null || closed is null)
        {
            return;
        }

        await closed.CancelAsync();
        await beating;
        await hub.DisposeAsync();
        closed.Dispose();
        (hub, closed) = (null, null);
    }

    // Ends by itself when the application is killed.
    private static async Task BeatAsync(HubConnection hub, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                await hub.InvokeAsync("Heartbeat", stop);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or InvalidOperationException or WebSocketException or IOException)
        {
            // The page would show that the connection is lost.
        }
    }
}
