using System.Net;
using System.Text;
using System.Text.Json;
using Helpline.Telephony.Signing;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Webhooks;
using Helpline.Telephony.Tests.Flow;
using Helpline.Telephony.Tests.Signing;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 3: webhooks that are JSON, and those that only look like the service's.</summary>
public class ForgeryTests
{
    private const string Incoming = "/twilio/voice/incoming";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact] // 3.5
    public async Task Forgery_OfEveryKind_IsRefusedAtTheHelplinesDoor()
    {
        await using var host = await EdgeHost.StartAsync();
        var account = new SimulatorAccount(EdgeHost.AccountSid, EdgeHost.AuthToken, "SK", "key-secret");
        KeyValuePair<string, string>[] fields =
        [
            new("StirVerstat", "TN-Validation-Passed-C"), new("AccountSid", EdgeHost.AccountSid), new("CallSid", "CA1"),
            new("Called", "+448081570100"), new("FromCity", ""), new("SpeechResult", " yes "),
        ];
        var url = EdgeHost.PublicBaseUrl + "/twilio/x";

        var forged = SignatureForger.All(account, url, fields);
        Assert.Equal(Enum.GetValues<Forgery>(), forged.Select(f => f.Kind));
        foreach (var (kind, signature) in forged)
        {
            Assert.True(HttpStatusCode.Forbidden == await SendAsync(host, fields, signature), $"{kind} came in");
        }

        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, fields, TwilioSignature.Compute(EdgeHost.AuthToken, url, fields)));
    }

    [Fact] // 3.5: a signature that comes out genuine is no forgery
    public void Forgery_ThatChangesNothing_IsLeftOut()
    {
        var kinds = SignatureForger.All(new("AC", "token", "SK", "secret"), "https://helpline.test/in?a=1", []).Select(f => f.Kind);

        Assert.Equal([Forgery.MissingHeader, Forgery.WrongToken, Forgery.ApiKeySecret, Forgery.StaleUrl], kinds);
    }

    [Fact] // 3.5
    public async Task WholeCall_BesetByForgeries_GoesItsWayAndEachIsRefused()
    {
        await using var centre = await PhoneCentre.StartAsync(o => o.Chaos.ForgeryRate = 1);
        var adviser = await centre.AdviserAsync();

        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        await centre.EndAsync(call, adviser);
        await centre.UntilHeardAsync(call, "Did we help you?");
        await centre.HangUpAsync(call);
        await centre.AdvanceAsync(5);

        Assert.True(centre.World.Webhooks.Forged > 10, $"{centre.World.Webhooks.Forged}");
        Assert.Equal(centre.World.Webhooks.Forged, centre.Webhooks.Log.Count(r => r.Status == 403));
        Assert.Equal("", centre.Violations);
    }

    [Fact] // 3.5: the simulator notices an app that lets them in
    public async Task App_ThatChecksNothing_FailsTheRun()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.Chaos.ForgeryRate = 1);
        sim.App.Twiml(Incoming, "<Hangup/>");

        await sim.RingInAsync();

        Assert.NotEmpty(sim.Violations);
        Assert.All(sim.Violations, v => Assert.Equal("3.5", v));
        Assert.Equal(sim.World.Webhooks.Forged, sim.App.BadSignatures);
    }

    [Fact] // 3.3
    public async Task LoggedError_IsPostedAsJsonUnderASignatureOfItsUrlAndDigest()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.EventsUrl = "/events?from=log");
        sim.App.Reply(Incoming, 404).Twiml("/twilio/voice/fallback", "<Hangup/>");

        var call = await sim.RingInAsync();

        var posted = Assert.Single(sim.App.To("/events"));
        var body = JsonSerializer.Deserialize<JsonElement>(posted.Body);
        Assert.Equal(11200, body.GetProperty("error_code").GetInt32());
        Assert.Equal(call.Sid, body.GetProperty("resource_sid").GetString());
        Assert.Equal(SimulatedPhoneWorld.AccountSid, body.GetProperty("account_sid").GetString());
        Assert.Equal(0, sim.App.BadSignatures);
    }

    [Fact] // 3.3: an event about an event would have no end
    public async Task LoggedError_ThatCannotBePosted_IsNotItselfPosted()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.EventsUrl = "/events");
        sim.App.Reply(Incoming, 404).Twiml("/twilio/voice/fallback", "<Hangup/>").Reply("/events", 500);

        await sim.RingInAsync();
        await sim.AdvanceAsync(60);

        Assert.Single(sim.App.To("/events"));
    }

    private static async Task<HttpStatusCode> SendAsync(EdgeHost host, KeyValuePair<string, string>[] fields, string? signature)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var content = new StringContent(await form.ReadAsStringAsync(Stop), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/twilio/x") { Content = content };
        if (signature is not null)
        {
            request.Headers.Add(TwilioSignature.HeaderName, signature);
        }

        using var response = await host.Client.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
