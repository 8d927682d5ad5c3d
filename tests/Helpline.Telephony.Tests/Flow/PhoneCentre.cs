using Helpline.Analytics.Facts;
using Helpline.Core;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Feedback;
using Helpline.Core.Hours;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Reconciling;
using Helpline.Telephony.Rest;
using Helpline.Telephony.Signing;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Simulator.Webhooks;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>
/// The contact centre on a real database, and the telephone service as a host of its own that outlives it. Both share a clock that
/// the test moves; routing and reconciling happen when the test says so.
/// </summary>
internal sealed partial class PhoneCentre : IAsyncDisposable
{
    public const string Parent = "+447700900123";
    public const string Site = "https://helpline.test";
    private const string Service = "https://service.test";
    private const string AccountSid = "AC00000000000000000000000000000001";
    public const string AuthToken = "auth-token";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("phone-centre");
    private readonly RelayHandler toApp = new();
    private readonly RelayHandler toService = new();
    private WebApplication service = null!;
    private WebApplication app = null!;

    private readonly Action<IServiceCollection>? further;

    private PhoneCentre(FakeTimeProvider clock, Action<IServiceCollection>? further) => (Clock, this.further) = (clock, further);

    public FakeTimeProvider Clock { get; }

    /// <summary>The line webhooks come over.</summary>
    public RelayHandler Webhooks => toApp;

    public SimulatorWorld World { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<PhoneCentre> StartAsync(
        Action<SimulatorOptions>? configure = null, DateTimeOffset? at = null, Action<IServiceCollection>? further = null)
    {
        var centre = new PhoneCentre(at is { } moment ? new FakeTimeProvider(moment) : new FakeTimeProvider(), further);
        await centre.StartServiceAsync(configure);
        await centre.StartAppAsync();
        return centre;
    }

    /// <summary>The helpline goes down and comes up again on the same database; the telephone service does not notice.</summary>
    public async Task RestartAsync()
    {
        await StopAppAsync();
        await StartAppAsync();
    }

    public async Task StopAppAsync()
    {
        await SettleAsync();
        toApp.To = null;
        await app.DisposeAsync();
    }

    public async Task StartAppAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        Configure(builder.Configuration);
        var database = Path.Combine(folder.FullName, "helpline.db");
        builder.Configuration["ConnectionStrings:Helpline"] = $"Data Source={database}";
        builder.Services.AddSingleton<TimeProvider>(Clock).AddLogging().AddRoutingCore();
        builder.Services.AddCore(builder.Configuration).AddTelephony(builder.Configuration);
        further?.Invoke(builder.Services);
        builder.Services.AddSharedKeys();
        builder.Services.AddSingleton<IReplyDates, ReplyDates>().AddSingleton<IConsoleNotifier, NoConsole>();
        builder.Services.AddSingleton<RecordingFacts>()
            .AddSingleton<IContactFactsReceiver>(s => s.GetRequiredService<RecordingFacts>())
            .AddSingleton<ISatisfactionFactsReceiver>(s => s.GetRequiredService<RecordingFacts>());
        builder.Services.AddHttpClient(TwilioTransport.ClientName).ConfigurePrimaryHttpMessageHandler(() => toService);
        foreach (var loop in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && IsLoop(s)).ToList())
        {
            builder.Services.Remove(loop);
        }

        app = builder.Build();
        app.Use((http, next) =>
        {
            var request = http.Features.GetRequiredFeature<IHttpRequestFeature>();
            request.RawTarget = string.IsNullOrEmpty(request.RawTarget) ? request.Path + request.QueryString : request.RawTarget;
            return next(http);
        });
        app.UseRouting();
        app.MapTelephony();
        var isNew = !File.Exists(database);
        MigratedDatabase.CopyTo(database);
        await app.Services.MigrateCoreAsync(Stop);
        if (isNew)
        {
            MigratedDatabase.Keep($"Data Source={database}");
        }

        await app.StartAsync(Stop);
        toApp.To = app.GetTestServer().CreateHandler();
    }

    /// <summary>A client of the helpline as anybody on the internet is one.</summary>
    public HttpClient Stranger() => new(toApp, disposeHandler: false) { BaseAddress = new Uri(Site) };

    public Task SettleAsync() => World.Loop.WhenIdleAsync();

    public async Task AdvanceAsync(double seconds)
    {
        await SettleAsync();
        var target = Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        while (Clock.NextTimerDue is { } due && due <= target)
        {
            Clock.SetUtcNow(due);
            await SettleAsync();
        }

        Clock.SetUtcNow(target);
        await SettleAsync();
    }

    public async Task<SimulatedCall> RingInAsync(string from = Parent)
    {
        var call = await World.Loop.RunAsync(() => World.Lines.RingIn(from));
        await SettleAsync();
        return call;
    }

    /// <summary>A caller who says and presses nothing, and so has come to the queue.</summary>
    public async Task<SimulatedCall> WaitingCallerAsync(string from = Parent)
    {
        var call = await RingInAsync(from);
        await UntilAsync(call, CallState.Queued);
        for (var i = 0; i < 20 && (await CallAsync(call)).ProviderQueueId is null; i++)
        {
            await AdvanceAsync(1);
        }

        Assert.NotNull((await CallAsync(call)).ProviderQueueId);
        return call;
    }

    public async Task UntilAsync(SimulatedCall call, CallState state, int seconds = 300)
    {
        for (var i = 0; i < seconds; i++)
        {
            if ((await CallOrNullAsync(call))?.State == state)
            {
                return;
            }

            await AdvanceAsync(1);
        }

        Assert.Fail($"The call is {(await CallOrNullAsync(call))?.State}, not {state}. {Tail(call)}");
    }

    public async Task UntilHeardAsync(SimulatedCall call, string words, int seconds = 300)
    {
        for (var i = 0; i < seconds && !Heard(call).Any(t => t.Contains(words, StringComparison.Ordinal)); i++)
        {
            await AdvanceAsync(1);
        }

        Assert.True(Heard(call).Any(t => t.Contains(words, StringComparison.Ordinal)), $"'{words}' was not heard. {Tail(call)}");
    }

    public async Task PressAsync(SimulatedCall call, string keys)
    {
        World.Background(() => World.Lines.PressAsync(call, keys, call.Lifetime));
        await AdvanceAsync(0.25 * keys.Length);
    }

    public async Task SayAsync(SimulatedCall call, string text)
    {
        await OnLoopAsync(() => World.Lines.Say(call, text));
        await AdvanceAsync(4);
    }

    public Task HangUpAsync(SimulatedCall call) => OnLoopAsync(call.HangUp);

    public async Task OnLoopAsync(Action action)
    {
        await World.Loop.RunAsync(() =>
        {
            action();
            return true;
        });
        await SettleAsync();
    }

    public static IReadOnlyList<string> Heard(SimulatedCall call) =>
        [.. call.Transcript.Lines.Where(l => l.Who == "helpline").Select(l => l.Text)];

    public async Task<AdviserId> AdviserAsync(ScriptedLeg? softphone = null)
    {
        var id = AdviserId.New();
        World.FarEnds.Set($"client:{Labels.Identity(id)}", softphone ?? ScriptedLeg.Answers);
        await InAsync<AdviserService, bool>(async advisers =>
        {
            await advisers.AddAsync(id, "Sam", new Dictionary<string, DateOnly>(), Stop);
            return await advisers.SetPresenceAsync(id, Presence.Available, null, Stop);
        });
        return id;
    }

    /// <summary>The adviser declares to be available, as after a failed line.</summary>
    public Task<bool> AvailableAsync(AdviserId adviser) => InAsync<AdviserService, bool>(
        advisers => advisers.SetPresenceAsync(adviser, Presence.Available, null, Stop));

    /// <summary>Routes once. Returns the offer made to the adviser, if any.</summary>
    public async Task<OfferId?> OfferAsync(AdviserId adviser)
    {
        app.Services.GetRequiredService<Heartbeats>().Beat(adviser);
        await app.Services.GetRequiredService<RoutingPass>().RunAsync(Stop);
        return await InAsync<HelplineDbContext, OfferId?>(async db =>
            (await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.AdviserId == adviser && o.Status == OfferStatus.Pending, Stop))?.Id);
    }

    public async Task<AcceptOfferOutcome> AcceptAsync(OfferId offer, AdviserId adviser)
    {
        var outcome = await InAsync<OfferService, AcceptOfferOutcome>(offers => offers.AcceptAsync(offer, adviser, Stop));
        await SettleAsync();
        return outcome;
    }

    /// <summary>Offers, accepts and lets caller and adviser meet.</summary>
    public async Task<OfferId> ConnectAsync(SimulatedCall call, AdviserId adviser)
    {
        var offer = await OfferAsync(adviser);
        Assert.NotNull(offer);
        Assert.Equal(AcceptOfferOutcome.Accepted, await AcceptAsync(offer.Value, adviser));
        await UntilAsync(call, CallState.Connected, 20);
        return offer.Value;
    }

    public async Task<ContactOutcome> EndAsync(SimulatedCall call, AdviserId adviser)
    {
        var contact = (await CallAsync(call)).ContactId;
        var outcome = await InAsync<ContactService, ContactOutcome>(contacts => contacts.EndConversationAsync(contact, adviser, Stop));
        await SettleAsync();
        return outcome;
    }

    public async Task<int> ReconcileAsync()
    {
        var corrected = await app.Services.GetRequiredService<Reconciler>().RunAsync(Stop);
        await SettleAsync();
        return corrected;
    }

    public async Task<Call> CallAsync(SimulatedCall call) => (await CallOrNullAsync(call))!;

    public Task<Call?> CallOrNullAsync(SimulatedCall call) => InAsync<HelplineDbContext, Call?>(db =>
        db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.ProviderCallId == call.Sid, Stop));

    public async Task<Contact> ContactAsync(SimulatedCall call)
    {
        var id = (await CallAsync(call)).ContactId;
        return await InAsync<HelplineDbContext, Contact>(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == id, Stop));
    }

    public async Task<ContactFeedback?> FeedbackAsync(SimulatedCall call)
    {
        var id = (await CallAsync(call)).ContactId;
        return await InAsync<FeedbackService, ContactFeedback?>(feedback => feedback.FindAsync(id, Stop));
    }

    public Task<Adviser> AdviserNowAsync(AdviserId id) =>
        InAsync<HelplineDbContext, Adviser>(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == id, Stop));

    public async Task<T> InAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The address our own documents give for a step, without what is not sent.</summary>
    public async Task<string> UrlAsync(string callSid, string path)
    {
        await SettleAsync();
        return path is Paths.Status or Paths.Fallback
            ? Site + FlowUrls.Base + path
            : app.Services.GetRequiredService<FlowUrls>().StepText(callSid, path);
    }

    /// <summary>Sends a signed webhook of our own making.</summary>
    public Task<Relayed> SendAsync(string url, params (string Name, string Value)[] fields)
    {
        KeyValuePair<string, string>[] all =
            [new("AccountSid", AccountSid), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
        var body = string.Join('&', all.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
        return toApp.AgainAsync(new Relayed(new Uri(url), body, TwilioSignature.Compute(AuthToken, url, all), 0, ""), Stop);
    }

    /// <summary>What the simulator found wrong with us.</summary>
    public string Violations => string.Join("; ", World.Report.Violations.Select(v => $"{v.Rule}: {v.What}"));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await service.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    // Those given by a factory are Core's loops; the rest of ours that run by themselves are background services too.
    private static bool IsLoop(ServiceDescriptor hosted) =>
        hosted.ImplementationType is null || typeof(BackgroundService).IsAssignableFrom(hosted.ImplementationType);

    private string Tail(SimulatedCall call) => string.Join(
        Environment.NewLine,
        [
            $"It is {Clock.GetUtcNow():T}; the last of the line:",
            .. call.Transcript.Lines.TakeLast(6).Select(l => $"{l.At:T} {l.Who}: {l.Text}"),
            .. toApp.Log.TakeLast(6).Select(r => $"{r.Status} {r.Path}"),
            Violations,
        ]);

    private static void Configure(ConfigurationManager configuration) =>
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Twilio:Mode"] = "Live",
            ["Twilio:AccountSid"] = AccountSid,
            ["Twilio:AuthToken"] = AuthToken,
            ["Twilio:ApiKeySid"] = "SK00000000000000000000000000000002",
            ["Twilio:ApiKeySecret"] = "key-secret",
            ["Twilio:TwimlAppSid"] = "AP00000000000000000000000000000003",
            ["Twilio:PublicBaseUrl"] = Site,
            ["Twilio:ApiBaseUrl"] = Service + "/simulator/twilio",
            ["Twilio:CallerId"] = "+448081570100",
            ["Twilio:Simulator:Profile"] = "Faultless",
            ["Twilio:Simulator:CallsPerSecond"] = "100",
            ["Twilio:Simulator:Chaos:Seed"] = "20261103",
        });

    private async Task StartServiceAsync(Action<SimulatorOptions>? configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        Configure(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddLogging().AddRoutingCore();
        builder.Services.AddTwilioSimulator(builder.Configuration);
        builder.Services.AddHttpClient(WebhookClient.ClientName).ConfigurePrimaryHttpMessageHandler(() => toApp);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        service = builder.Build();
        service.UseRouting();
        service.MapTwilioSimulator();
        await service.StartAsync(Stop);
        World = service.Services.GetRequiredService<SimulatorWorld>();
        toService.To = service.GetTestServer().CreateHandler();
    }

    private sealed class NoConsole : IConsoleNotifier
    {
        public ValueTask NotifyAsync(IReadOnlyList<DomainEvent> events) => ValueTask.CompletedTask;
    }
}
