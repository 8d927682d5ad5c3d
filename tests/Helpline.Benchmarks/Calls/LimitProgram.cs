using System.Diagnostics;
using Helpline.Benchmarks.Measuring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Benchmarks.Calls;

/// <summary>The least there is to do: take a request, commit one row, push one message to one of as many sockets.</summary>
internal sealed class LimitProgram : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly BareDatabase database;
    private readonly Sockets sockets = new();
    private readonly HttpClient http = new();

    private LimitProgram(WebApplication app, BareDatabase database) => (this.app, this.database) = (app, database);

    private string Address => app.Urls.First();

    public static async Task<LimitProgram> StartAsync(string file, int advisers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSignalR();
        var app = builder.Build();
        var database = new BareDatabase(file);
        var one = new Lock();
        app.MapHub<BareHub>("/hub");
        app.MapPost("/enqueue", async (IHubContext<BareHub> hub) =>
        {
            lock (one)
            {
                database.Commit();
            }

            await hub.Clients.Group(BareHub.Heard).SendAsync("OfferMade", new { offerId = Guid.CreateVersion7(), expiresAt = DateTime.UnixEpoch });
            return Results.Text("<Response/>", "application/xml");
        });
        await app.StartAsync();
        var limit = new LimitProgram(app, database);
        for (var i = 1; i <= advisers; i++)
        {
            var heard = i == advisers ? $"?{BareHub.Heard}" : "";
            await limit.sockets.ConnectAsync(new Uri($"ws{limit.Address["http".Length..]}/hub{heard}"), cookie: "");
        }

        // The group has its one member only once the hub says so; a push before that would be heard by nobody.
        await limit.sockets.HearAsync("OfferEnded");
        return limit;
    }

    /// <summary>Milliseconds from the request to the push at the socket.</summary>
    public async Task<double> OnceAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var answer = http.PostAsync(new Uri(Address + "/enqueue"), new FormUrlEncodedContent([]));
        var heard = await sockets.HearAsync("OfferMade");
        (await answer).EnsureSuccessStatusCode().Dispose();
        return Stopwatch.GetElapsedTime(started, heard).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await sockets.DisposeAsync();
        await app.DisposeAsync();
        database.Dispose();
    }

    private sealed class BareHub : Hub
    {
        public const string Heard = "heard";

        /// <summary>One of all connections is pushed to: the one that asked for it.</summary>
        public override async Task OnConnectedAsync()
        {
            if (Context.GetHttpContext()!.Request.Query.ContainsKey(Heard))
            {
                await Groups.AddToGroupAsync(Context.ConnectionId, Heard);
                await Clients.Caller.SendAsync("OfferEnded", new { offerId = Guid.CreateVersion7(), expiresAt = DateTime.UnixEpoch });
            }
        }
    }
}
