using System.Text;
using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 2: how webhooks are connected, by default and by a URL's overrides.</summary>
public class ConnectionTests
{
    private const string Incoming = "/twilio/voice/incoming";
    private const string Fallback = "/twilio/voice/fallback";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory] // 2.6 2.7 2.8 2.10
    [InlineData("", 2, 10)]
    [InlineData("#ct=1000&rc=2", 3, 3)]
    [InlineData("#ct=2000&rc=0", 1, 2)]
    [InlineData("#ct=2000&rp=5xx", 1, 2)]
    [InlineData("#ct=10000&rc=5", 2, 15)]
    [InlineData("#ct=10000&tt=7000", 1, 7)]
    public async Task Connection_NobodyTakes_IsGivenUpAfterItsTimeoutAndTries(string fragment, int attempts, double seconds)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.VoiceUrl = Incoming + fragment);
        sim.App.Twiml(Fallback, "<Hangup/>");
        sim.World.Faults.HangConnects(attempts);

        await sim.RingInAsync();
        await sim.AdvanceAsync(seconds - 0.1);
        Assert.Empty(sim.App.Received);
        await sim.AdvanceAsync(0.2);

        Assert.Empty(sim.App.To(Incoming));
        Assert.Equal("11205", Assert.Single(sim.App.To(Fallback))["ErrorCode"]);
    }

    [Fact] // 2.7: the second try connects
    public async Task Connection_NobodyTookAtFirst_IsTriedOnceMore()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Say>Hello</Say>");
        sim.World.Faults.HangConnects(1);

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(6);

        Assert.Equal(["Hello"], sim.Heard(call));
        Assert.Empty(sim.App.To(Fallback));
    }

    [Fact] // 2.8 2.9 2.10
    public async Task SlowReplies_WithManyRetries_EndAtFifteenSecondsAltogether()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.VoiceUrl = Incoming + "#rt=4000&rc=5&rp=rt");
        using var arrivals = new SemaphoreSlim(0);
        sim.App.Twiml(Fallback, "<Hangup/>").Page(Incoming, async (_, http) =>
        {
            arrivals.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        });

        await sim.World.Loop.RunAsync(() => sim.World.Lines.RingIn(SimulatedPhoneWorld.Parent));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await arrivals.WaitAsync(Stop);
            sim.Clock.Advance(TimeSpan.FromSeconds(4));
        }

        await arrivals.WaitAsync(Stop);
        sim.Clock.Advance(TimeSpan.FromSeconds(3));
        await sim.SettleAsync();

        Assert.Equal(4, sim.App.To(Incoming).Count);
        Assert.Single(sim.App.To(Incoming).Select(r => r.Token).Distinct());
        Assert.Equal("11200", Assert.Single(sim.App.To(Fallback))["ErrorCode"]);
    }

    [Theory] // 2.8
    [InlineData("ct=99")]
    [InlineData("ct=10001")]
    [InlineData("rt=15001")]
    [InlineData("tt=0")]
    [InlineData("rc=6")]
    [InlineData("rp=6xx")]
    [InlineData("sni=maybe")]
    [InlineData("e=luton")]
    [InlineData("retries=2")]
    [InlineData("rc")]
    public async Task Override_TheServiceDoesNotKnow_IsIgnoredAndFailsAStrictRun(string fragment)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.VoiceUrl = Incoming + "#" + fragment);
        sim.App.Twiml(Incoming, "<Say>Hello</Say>");

        var call = await sim.RingInAsync();

        Assert.Equal(["Hello"], sim.Heard(call));
        Assert.Equal(["2.8"], sim.Violations);
    }

    [Theory] // 2.8 2.15
    [InlineData("https://helpline.test:443/in?a=1#e=dublin", "https://helpline.test/in?a=1")]
    [InlineData("https://helpline.test:8443/in", "https://helpline.test/in")]
    [InlineData("http://helpline.test:8080/in", "http://helpline.test:8080/in")]
    [InlineData("https://user:secret@helpline.test/in", "https://helpline.test/in")]
    public async Task SignedUrl_IsTheConfiguredOneWithoutFragmentUserAndSecurePort(string configured, string spelling)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.VoiceUrl = configured);
        string? signature = null;
        sim.App.Page("/in", (_, http) =>
        {
            signature = http.Request.Headers[TwilioSignature.HeaderName];
            return ScriptedApp.WriteAsync(http, "<Response><Hangup/></Response>", "text/xml");
        });

        await sim.RingInAsync();

        var fields = Assert.Single(sim.App.To("/in")).Fields.Where(f => f.Key != "a");
        Assert.Equal(TwilioSignature.Compute("auth-token", spelling, fields), signature);
    }

    [Fact] // 2.15
    public async Task UserInTheUrl_IsSentOnlyWhenAskedFor()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.VoiceUrl = "https://phone:p%40ss@helpline.test/in");
        var given = new List<string?>();
        sim.App.Page("/in", (_, http) =>
        {
            given.Add(http.Request.Headers.Authorization);
            if (given is [null])
            {
                http.Response.StatusCode = 401;
                return Task.CompletedTask;
            }

            return ScriptedApp.WriteAsync(http, "<Response><Say>Welcome</Say></Response>", "text/xml");
        });

        var call = await sim.RingInAsync();

        Assert.Equal([null, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("phone:p@ss"))], given);
        Assert.Equal(["Welcome"], sim.Heard(call));
        Assert.Equal(0, sim.App.BadSignatures);
    }

    [Theory] // 2.17
    [InlineData("http://localhost:5000/in")]
    [InlineData("http://127.0.0.1/in")]
    [InlineData("https://10.1.2.3/in")]
    [InlineData("http://172.20.0.1/in")]
    [InlineData("http://192.168.0.9/in")]
    [InlineData("http://169.254.1.1/in")]
    [InlineData("http://[::1]/in")]
    [InlineData("http://[fd00::1]/in")]
    [InlineData("https://helpline/in")]
    [InlineData("http://box.local/in")]
    public async Task PrivateHost_IsRefusedWhereTheSimulatorIsLikeProduction(string url)
    {
        foreach (var like in (bool[])[true, false])
        {
            await using var sim = await SimulatedPhoneWorld.StartAsync(o => (o.VoiceUrl, o.ProductionLike) = (url, like));
            sim.App.Twiml("/in", "<Hangup/>").Twiml(Fallback, "<Hangup/>");

            await sim.RingInAsync();

            Assert.Equal(like ? 0 : 1, sim.App.To("/in").Count);
            Assert.Equal(like ? ["11205"] : [], sim.App.To(Fallback).Select(r => r["ErrorCode"]));
        }
    }
}
