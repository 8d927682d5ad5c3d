using System.Net.Http.Headers;
using System.Text;
using Helpline.Testing;
using Helpline.Testing.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>The simulator apart from the app, over real sockets.</summary>
public class SimulatorHostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<WebApplication> AppAsync(ScriptedApp script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapFallback("{**path}", script.HandleAsync);
        await app.StartAsync(Token);
        return app;
    }

    [Fact]
    public async Task Call_OutlivesAnAppThatGoesAwayAndComesBack()
    {
        await using var simulator = await SimulatorHost.StartAsync(new() { Clock = new FakeTimeProvider(), Seed = 1 }, Token);
        var script = new ScriptedApp(simulator.AppConfiguration["Twilio:AuthToken"]!)
            .Twiml("/twilio/voice/incoming", "<Gather numDigits=\"1\" action=\"/menu\" timeout=\"60\"><Say>Press 1</Say></Gather>")
            .Twiml("/menu", "<Say>Welcome back</Say>");
        var first = await AppAsync(script);
        simulator.DeliverTo(new Uri(first.Urls.First()));
        var call = await simulator.PlaceCallAsync("+447700900123");
        await simulator.SettleAsync();
        await first.DisposeAsync();

        await using var second = await AppAsync(script);
        simulator.DeliverTo(new Uri(second.Urls.First()));
        await simulator.PressAsync(call, "1");
        await simulator.SettleAsync();

        Assert.Contains("helpline: Welcome back", (await simulator.CallAsync(call)).Transcript);
        Assert.Equal(0, script.BadSignatures);
        Assert.Empty(simulator.Violations);
    }

    [Fact] // 2.7 2.13
    public async Task AppThatIsDown_IsTriedTwiceAndThenTheCallEndsByApplicationError()
    {
        var clock = new FakeTimeProvider();
        await using var simulator = await SimulatorHost.StartAsync(new() { Clock = clock }, Token);
        var gone = await AppAsync(new ScriptedApp("x"));
        simulator.DeliverTo(new Uri(gone.Urls.First()));
        await gone.DisposeAsync();

        var call = await simulator.PlaceCallAsync("+447700900123");
        await simulator.SettleAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await simulator.SettleAsync();

        Assert.Equal("completed", (await simulator.CallAsync(call)).Status);
        Assert.Contains("11205", Assert.Single(simulator.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AppConfiguration_OpensTheRestApi()
    {
        await using var simulator = await SimulatorHost.StartAsync(new() { Clock = new FakeTimeProvider() }, Token);
        var keys = simulator.AppConfiguration;
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{keys["Twilio:ApiKeySid"]}:{keys["Twilio:ApiKeySecret"]}")));

        using var response = await client.GetAsync(
            new Uri($"{keys["Twilio:ApiBaseUrl"]}/2010-04-01/Accounts/{keys["Twilio:AccountSid"]}/Calls.json"), Token);

        Assert.Equal(200, (int)response.StatusCode);
    }
}
