using Helpline.Telephony.Simulator.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Sections 2 and 3: how webhooks travel and are signed.</summary>
public class WebhookTransportTests
{
    private const string Incoming = "/twilio/voice/incoming";

    [Fact] // 2.1 2.2 2.3 2.4 2.5 3.1
    public async Task FirstRequest_OfAnInboundCall_IsASignedFormWithEveryFieldAndOneNobodyKnows()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Say>Hello</Say>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(5);

        var first = Assert.Single(sim.App.To(Incoming));
        Assert.Equal("POST", first.Method);
        Assert.Equal(call.Sid, first["CallSid"]);
        Assert.Equal(SimulatedPhoneWorld.AccountSid, first["AccountSid"]);
        Assert.Equal(SimulatedPhoneWorld.Parent, first["From"]);
        Assert.Equal(SimulatedPhoneWorld.OurNumber, first["To"]);
        Assert.Equal("ringing", first["CallStatus"]);
        Assert.Equal("2010-04-01", first["ApiVersion"]);
        Assert.Equal("inbound", first["Direction"]);
        Assert.Equal(first["From"], first["Caller"]);
        Assert.Equal("", first["FromCity"]);
        Assert.Contains(first.Fields, f => f.Key.StartsWith("Future", StringComparison.Ordinal) && f.Value != f.Value.Trim());
        Assert.NotEqual(first.Fields.Select(f => f.Key), first.Fields.Select(f => f.Key).Order(StringComparer.Ordinal));
        Assert.Equal(0, sim.App.BadSignatures);
    }

    [Fact] // 2.1 3.2
    public async Task GetWebhook_WithAQueryOfItsOwn_CarriesTheFieldsAfterItAndIsSignedOverTheUrl()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => (o.VoiceUrl, o.VoiceMethod) = ("/get?step=a%20b", "GET"));
        sim.App.Twiml("/get", "<Hangup/>");

        await sim.RingInAsync();

        var request = Assert.Single(sim.App.To("/get"));
        Assert.Equal("GET", request.Method);
        Assert.Equal("a b", request["step"]);
        Assert.True(request.Has("CallSid"));
        Assert.Equal(0, sim.App.BadSignatures);
    }

    [Fact] // 2.7 2.13
    public async Task ServerError_WithoutOverrides_IsNotRetriedAndGoesToTheFallback()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Reply(Incoming, 500).Twiml("/twilio/voice/fallback", "<Say>Sorry, please bear with us</Say>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(10);

        Assert.Single(sim.App.To(Incoming));
        var fallback = Assert.Single(sim.App.To("/twilio/voice/fallback"));
        Assert.Equal("11200", fallback["ErrorCode"]);
        Assert.Equal(SimulatedPhoneWorld.Site + Incoming, fallback["ErrorUrl"]);
        Assert.Equal(call.Sid, fallback["CallSid"]);
        Assert.Contains("Sorry, please bear with us", sim.Heard(call));
        Assert.Empty(sim.Violations);
    }

    [Fact] // 2.8 2.9
    public async Task ServerError_WithARetryPolicy_IsSentAgainWithTheSameTokenAndBody()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.VoiceUrl = Incoming + "#rc=2&rp=5xx,ct,rt&rt=4000&e=dublin");
        var attempts = 0;
        sim.App.Page(Incoming, (_, http) =>
        {
            if (++attempts < 3)
            {
                http.Response.StatusCode = 503;
                return Task.CompletedTask;
            }

            return ScriptedApp.WriteAsync(http, "<Response><Hangup/></Response>", "text/xml");
        });

        await sim.RingInAsync();

        var requests = sim.App.To(Incoming);
        Assert.Equal(3, requests.Count);
        Assert.Single(requests.Select(r => r.Token).Distinct());
        Assert.NotNull(requests[0].Token);
        Assert.Equal(requests[0].Fields, requests[2].Fields);
        Assert.Equal(0, sim.App.BadSignatures);
    }

    [Fact] // 2.9: the header on first attempts is unsettled; the other setting
    public async Task Token_WhereTheServiceLeavesItOffFirstAttempts_IsOnTheRetryOnly()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o =>
        {
            o.VoiceUrl = Incoming + "#rc=1&rp=5xx";
            o.Unsettled.TokenOnFirstAttempt = false;
        });
        sim.App.Reply(Incoming, 500).Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal([false, true], sim.App.To(Incoming).Select(r => r.Token is not null));
    }

    [Fact] // 2.6 2.10
    public async Task SlowReply_OverFifteenSeconds_FailsTheRequest()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sim.App.Page(Incoming, async (_, http) =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        });
        sim.App.Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.World.Loop.RunAsync(() => sim.World.Lines.RingIn(SimulatedPhoneWorld.Parent));
        await reached.Task;
        sim.Clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Empty(sim.App.To("/twilio/voice/fallback"));
        sim.Clock.Advance(TimeSpan.FromSeconds(1));
        await sim.SettleAsync();

        Assert.Equal("11200", Assert.Single(sim.App.To("/twilio/voice/fallback"))["ErrorCode"]);
    }

    [Theory] // 2.11
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task Redirect_OfAPost_BecomesAGetWithoutItsFields(int status)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Page(Incoming, (_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        }).Twiml("/elsewhere", "<Hangup/>");

        await sim.RingInAsync();

        var request = Assert.Single(sim.App.To("/elsewhere"));
        Assert.Equal("GET", request.Method);
        Assert.Empty(request.Fields);
    }

    [Fact] // 2.11
    public async Task Redirect_WithoutEnd_GivesUpAfterTen()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Page(Incoming, (_, http) =>
        {
            http.Response.Redirect(Incoming);
            return Task.CompletedTask;
        }).Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal(11, sim.App.To(Incoming).Count);
        Assert.Equal("11215", Assert.Single(sim.App.To("/twilio/voice/fallback"))["ErrorCode"]);
    }

    [Theory] // 2.11: unsettled, both settings
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task PreservingRedirect_IsFollowedOnlyWhereTheSwitchSaysSo(bool follows, int expected)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.Unsettled.FollowsPreservingRedirects = follows);
        sim.App.Page(Incoming, (_, http) =>
        {
            (http.Response.StatusCode, http.Response.Headers.Location) = (307, "/elsewhere");
            return Task.CompletedTask;
        }).Twiml("/elsewhere", "<Hangup/>").Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal(expected, sim.App.To("/elsewhere").Count(r => r.Method == "POST" && r.Has("CallSid")));
        Assert.Equal(1 - expected, sim.App.To("/twilio/voice/fallback").Count);
    }

    [Fact] // 2.12
    public async Task Cookie_OfOneCall_ComesBackOnThatCallAndNoOther()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Page(Incoming, (_, http) =>
        {
            http.Response.Cookies.Append("step", "1", new CookieOptions { Path = "/" });
            return ScriptedApp.WriteAsync(http, "<Response><Redirect>/next</Redirect></Response>", "text/xml");
        }).Twiml("/next", "<Hangup/>");

        await sim.RingInAsync();
        await sim.RingInAsync();

        Assert.All(sim.App.To("/next"), r => Assert.Equal("step=1", r.Cookie));
        Assert.All(sim.App.To(Incoming), r => Assert.Null(r.Cookie));
    }

    [Fact] // 2.13 15.1
    public async Task Failure_WithoutAWorkingFallback_EndsByApplicationErrorAndFailsTheRun()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Reply(Incoming, 404).Reply("/twilio/voice/fallback", 500);

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(10);

        Assert.True(call.IsOver);
        Assert.Contains(call.Transcript.Lines, l => l.Text.Contains("application error", StringComparison.Ordinal));
        Assert.Equal(["15.1"], sim.Violations);
    }

    [Fact] // 2.14
    public async Task StatusCallback_AnsweredWithAnError_IsNotRepeated()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Hangup/>").Reply("/twilio/voice/status", 500, "text/xml", "<Response><Say>no</Say></Response>");

        await sim.RingInAsync();
        await sim.AdvanceAsync(30);

        Assert.Single(sim.App.To("/twilio/voice/status"));
        Assert.Contains(sim.World.Report.Warnings, w => w.Rule == "15003");
        Assert.Empty(sim.Violations);
    }

    [Fact] // 2.8
    public void Overrides_OutOfRange_KeepTheirDefaults()
    {
        var (url, overrides) = ConnectionOverrides.Split("https://helpline.test/w?a=1#ct=5&rt=20000&rc=9&rp=5xx&e=dublin");

        Assert.Equal("https://helpline.test/w?a=1", url);
        Assert.Equal(TimeSpan.FromSeconds(5), overrides.ConnectTimeout);
        Assert.Equal(TimeSpan.FromSeconds(15), overrides.ReadTimeout);
        Assert.Equal(1, overrides.Retries);
        Assert.True(overrides.Retries5xx);
        Assert.False(overrides.RetriesConnect);
        Assert.Equal("dublin", overrides.Edge);
    }

    [Fact] // 3.4
    public void SelfTest_OfTheSigner_AgreesWithThePublishedVectors() => WebhookSigner.SelfTest();
}
