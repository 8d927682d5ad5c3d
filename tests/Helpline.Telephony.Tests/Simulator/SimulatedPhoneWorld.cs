using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Webhooks;
using Helpline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>The simulator and a scripted app, wired to each other in memory, on a clock the test moves.</summary>
internal sealed class SimulatedPhoneWorld : IAsyncDisposable
{
    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string ApiKeySid = "SK00000000000000000000000000000002";
    public const string OurNumber = "+448081570100";
    public const string Parent = "+447700900123";
    public const string Site = "https://helpline.test";

    private readonly WebApplication host;

    private SimulatedPhoneWorld(WebApplication host, FakeTimeProvider clock, ScriptedApp app)
    {
        (this.host, Clock, App) = (host, clock, app);
        World = host.Services.GetRequiredService<SimulatorWorld>();
        Rest = Client();
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ApiKeySid}:key-secret"));
        Rest.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", basic);
    }

    public FakeTimeProvider Clock { get; }

    public ScriptedApp App { get; }

    public SimulatorWorld World { get; }

    public HttpClient Rest { get; }

    public IReadOnlyList<string> Violations => [.. World.Report.Violations.Select(v => v.Rule)];

    public static async Task<SimulatedPhoneWorld> StartAsync(Action<SimulatorOptions>? configure = null, string profile = "Faultless")
    {
        var clock = new FakeTimeProvider();
        var app = new ScriptedApp("auth-token");
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Twilio:Mode"] = "Live",
            ["Twilio:AccountSid"] = AccountSid,
            ["Twilio:AuthToken"] = "auth-token",
            ["Twilio:ApiKeySid"] = ApiKeySid,
            ["Twilio:ApiKeySecret"] = "key-secret",
            ["Twilio:TwimlAppSid"] = "AP00000000000000000000000000000003",
            ["Twilio:PublicBaseUrl"] = Site,
            ["Twilio:ApiBaseUrl"] = Site + "/simulator/twilio",
            ["Twilio:CallerId"] = OurNumber,
            ["Twilio:Simulator:Profile"] = profile,
            ["Twilio:Simulator:Chaos:Seed"] = "20261103",
        });
        builder.Services.AddSingleton<TimeProvider>(clock).AddLogging().AddRoutingCore();
        builder.Services.AddTwilioSimulator(builder.Configuration);
        builder.Services.AddHttpClient(WebhookClient.ClientName).ConfigurePrimaryHttpMessageHandler(
            services => ((TestServer)services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()).CreateHandler());
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        var host = builder.Build();
        host.UseRouting();
        host.MapTwilioSimulator();
        host.MapTwilioSimulatorPage();
        host.MapFallback("{**path}", app.HandleAsync);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new(host, clock, app);
    }

    /// <summary>A client of the whole host, without credentials.</summary>
    public HttpClient Client()
    {
        var client = host.GetTestClient();
        client.BaseAddress = new Uri(Site);
        return client;
    }

    public Task SettleAsync() => World.Loop.WhenIdleAsync();

    /// <summary>Lets time pass, stopping at every timer for the world to do what it then does.</summary>
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

    public async Task PressAsync(SimulatedCall call, string keys)
    {
        World.Background(() => World.Lines.PressAsync(call, keys, call.Lifetime));
        await AdvanceAsync(0.25 * keys.Length);
    }

    public async Task SayAsync(SimulatedCall call, string text)
    {
        await World.Loop.RunAsync(() =>
        {
            World.Lines.Say(call, text);
            return true;
        });
        await SettleAsync();
    }

    public async Task HangUpAsync(SimulatedCall call)
    {
        await World.Loop.RunAsync(() =>
        {
            call.HangUp();
            return true;
        });
        await SettleAsync();
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await Rest.PostAsync(Api(path), form, TestContext.Current.CancellationToken);
        await SettleAsync();
        return ((int)response.StatusCode, await JsonAsync(response));
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string path)
    {
        using var response = await Rest.GetAsync(Api(path), TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await JsonAsync(response));
    }

    public async Task<int> DeleteAsync(string path)
    {
        using var response = await Rest.DeleteAsync(Api(path), TestContext.Current.CancellationToken);
        await SettleAsync();
        return (int)response.StatusCode;
    }

    public static Uri Api(string path) => new($"/simulator/twilio/2010-04-01/Accounts/{AccountSid}{path}", UriKind.Relative);

    public IEnumerable<string> Heard(SimulatedCall call) => World.Calls.Find(call.Sid)!.Transcript.Lines.Where(l => l.Who == "helpline").Select(l => l.Text);

    public async ValueTask DisposeAsync()
    {
        Rest.Dispose();
        await host.DisposeAsync();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
