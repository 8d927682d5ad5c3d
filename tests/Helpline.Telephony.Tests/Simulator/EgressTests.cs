using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Helpline.Telephony.Simulator.Webhooks;
using Helpline.Testing;
using Helpline.Testing.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 2 over real sockets: where webhooks come from, and their handshakes.</summary>
public class EgressTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact] // 2.8 2.16
    public void Addresses_OfAnEdge_AreItsOwnAndNeverTheSameTwiceRunning()
    {
        var edges = new Edges(new Random(1));

        var drawn = Enumerable.Range(0, 5000).Select(i => edges.Next(i % 7 == 0 ? Edges.Default : "dublin")).ToList();

        Assert.All(drawn.Zip(drawn.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.All(drawn.Index(), d => Assert.Equal(d.Index % 7 == 0 ? 10 : 11, d.Item.GetAddressBytes()[1]));
        Assert.All(drawn, d => Assert.True(IPAddress.IsLoopback(d)));
    }

    [Fact] // 2.8 2.16
    public async Task Requests_ReachTheAppFromAnotherAddressEachTime()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            new()
            {
                Clock = new FakeTimeProvider(),
                Simulator = new Dictionary<string, string?> { ["Twilio:Simulator:VoiceUrl"] = "/twilio/voice/incoming#e=dublin" },
            },
            Stop);
        var seen = new ConcurrentQueue<(string Path, IPAddress From)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapFallback("{**path}", http =>
        {
            seen.Enqueue((http.Request.Path, http.Connection.RemoteIpAddress!));
            return ScriptedApp.WriteAsync(http, "<Response><Hangup/></Response>", "text/xml");
        });
        await app.StartAsync(Stop);
        simulator.DeliverTo(new Uri(app.Urls.First()));

        for (var i = 0; i < 3; i++)
        {
            await simulator.PlaceCallAsync("+447700900123");
            await simulator.SettleAsync();
        }

        // Elsewhere a machine has one loopback address only.
        var many = OperatingSystem.IsLinux();
        Assert.Equal(6, seen.Count);
        Assert.Equal(many, seen.Zip(seen.Skip(1)).All(p => !p.First.From.Equals(p.Second.From)));
        Assert.Equal(many, seen.Where(s => s.Path == "/twilio/voice/incoming").All(s => s.From.GetAddressBytes()[1] == 11));
        Assert.Equal(many, seen.Where(s => s.Path == "/twilio/voice/status").All(s => s.From.GetAddressBytes()[1] == 10));
    }

    [Theory] // 2.8 2.17
    [InlineData("", "helpline.test")]
    [InlineData("#sni=y", "helpline.test")]
    [InlineData("#sni=n", "")]
    public async Task Handshake_NamesTheHostUnlessToldNotTo_AndAnUntrustedCertificateEndsIt(string fragment, string name)
    {
        var clock = new FakeTimeProvider();
        await using var simulator = await SimulatorHost.StartAsync(
            new()
            {
                Clock = clock,
                Simulator = new Dictionary<string, string?>
                {
                    ["Twilio:Simulator:VoiceUrl"] = "https://helpline.test/in" + fragment,
                    ["Twilio:Simulator:VoiceFallbackUrl"] = "",
                    ["Twilio:Simulator:StatusCallback"] = "",
                },
            },
            Stop);
        var names = new ConcurrentQueue<string>();
        await using var app = await SecureAppAsync(names);
        simulator.DeliverTo(new Uri(app.Urls.First()));

        var call = await simulator.PlaceCallAsync("+447700900123");
        await simulator.SettleAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await simulator.SettleAsync();

        Assert.Equal([name, name], names);
        Assert.Equal("completed", (await simulator.CallAsync(call)).Status);
        Assert.Contains("11220", Assert.Single(simulator.Violations), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> SecureAppAsync(ConcurrentQueue<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest("CN=helpline.test", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(
            new TlsHandshakeCallbackOptions
            {
                OnConnection = connection =>
                {
                    names.Enqueue(connection.ClientHelloInfo.ServerName);
                    return ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificate = certificate });
                },
            })));
        var app = builder.Build();
        app.MapFallback("{**path}", http => http.Response.WriteAsync("unreachable", Stop));
        await app.StartAsync(Stop);
        return app;
    }
}
