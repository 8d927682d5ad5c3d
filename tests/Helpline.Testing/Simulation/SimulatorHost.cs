using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Simulator.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Testing.Simulation;

/// <summary>
/// The simulated telephone service on a socket of its own, apart from the app: it outlives an app that is killed, as the real
/// one would. Give the app <see cref="AppConfiguration"/>, then say where it listens with <see cref="DeliverTo"/>.
/// </summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly SimulatorWorld world;
    private readonly Dictionary<string, string?> configuration;

    private SimulatorHost(WebApplication host, Dictionary<string, string?> configuration)
    {
        (this.host, this.configuration) = (host, configuration);
        world = host.Services.GetRequiredService<SimulatorWorld>();
        BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where the simulator listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The keys that make an app take this simulator for the real service (<c>Twilio:Mode=Live</c>).</summary>
    public IReadOnlyDictionary<string, string?> AppConfiguration => new Dictionary<string, string?>(configuration)
    {
        ["Twilio:ApiBaseUrl"] = new Uri(BaseAddress, "/simulator/twilio").AbsoluteUri,
    };

    /// <summary>What went against the contract so far: rule, resource and what happened. Assert that it is empty.</summary>
    public IReadOnlyList<string> Violations => [.. world.Report.Violations.Select(v => $"{v.Rule} {v.Sid}: {v.What}")];

    /// <summary>The seed of everything random; print it with a failure.</summary>
    public int Seed => world.Report.Seed;

    /// <summary>Starts the simulator on a free port of the loopback interface.</summary>
    public static async Task<SimulatorHost> StartAsync(SimulatorHostSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var configuration = settings.ToConfiguration();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(configuration).AddInMemoryCollection(settings.Simulator);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (settings.Clock is { } clock)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.Services.AddTwilioSimulator(builder.Configuration);
        if (settings.AppHandler is { } handler)
        {
            builder.Services.AddHttpClient(WebhookClient.ClientName).ConfigurePrimaryHttpMessageHandler(handler);
        }

        var host = builder.Build();
        host.UseRouting();
        host.MapTwilioSimulator();
        host.MapTwilioSimulatorPage();
        await host.StartAsync(cancellationToken);
        return new(host, configuration);
    }

    /// <summary>Sends webhooks to this address while they stay signed for the public one, as a proxy would.</summary>
    public void DeliverTo(Uri appAddress)
    {
        ArgumentNullException.ThrowIfNull(appAddress);
        world.Options.DeliverTo = appAddress.AbsoluteUri;
    }

    /// <summary>Somebody rings the helpline.</summary>
    /// <returns>The CallSid.</returns>
    public Task<string> PlaceCallAsync(string from) => world.Loop.RunAsync(() => world.Lines.RingIn(from).Sid);

    public Task PressAsync(string callSid, string keys) => ActAsync(
        callSid, call => world.Background(() => world.Lines.PressAsync(call, keys, call.Lifetime)));

    public Task SayAsync(string callSid, string text) => ActAsync(callSid, call => world.Lines.Say(call, text));

    public Task HangUpAsync(string callSid) => ActAsync(callSid, call => call.HangUp());

    /// <summary>Status of a call and what was heard on it, as <c>who: text</c>.</summary>
    public Task<SimulatedCallView> CallAsync(string callSid) => world.Loop.RunAsync(() =>
    {
        var call = Find(callSid);
        return new SimulatedCallView(call.Status.Wire(), [.. call.Transcript.Lines.Select(l => $"{l.Who}: {l.Text}")], call.Document);
    });

    /// <summary>CallSids of every leg, oldest first.</summary>
    public Task<IReadOnlyList<string>> CallsAsync() =>
        world.Loop.RunAsync<IReadOnlyList<string>>(() => [.. world.Calls.All.Select(c => c.Sid)]);

    /// <summary>Says how <c>client:identity</c> or a number takes to being rung from now on.</summary>
    public void AtFarEnd(string to, FarEndBehaviour behaviour) => world.FarEnds.Set(to, behaviour switch
    {
        FarEndBehaviour.Answers => ScriptedLeg.Answers,
        FarEndBehaviour.AnswersAndPressesOne => ScriptedLeg.PatientPerson,
        FarEndBehaviour.Ignores => ScriptedLeg.Ignores,
        FarEndBehaviour.Rejects => ScriptedLeg.Rejects,
        FarEndBehaviour.Unreachable => ScriptedLeg.Unreachable,
        FarEndBehaviour.Voicemail => ScriptedLeg.Voicemail,
        FarEndBehaviour.CrashesAfterTenSeconds => new ScriptedLeg { CrashesAfter = TimeSpan.FromSeconds(10) },
    });

    /// <summary>Completes when everything left waits for the clock, for input or for the app.</summary>
    public Task SettleAsync() => world.Loop.WhenIdleAsync();

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private async Task ActAsync(string callSid, Action<SimulatedCall> act) => await world.Loop.RunAsync(() =>
    {
        act(Find(callSid));
        return true;
    });

    private SimulatedCall Find(string callSid) =>
        world.Calls.Find(callSid) ?? throw new ArgumentException("No such call.", nameof(callSid));
}
