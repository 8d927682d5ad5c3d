using System.Net.Http.Headers;
using System.Text;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 7: the REST API.</summary>
public class RestTests
{
    private const string Mobile = "+447700900201";
    private const string Url = SimulatedPhoneWorld.Site + "/answered";

    private static (string, string)[] NewCall(params (string, string)[] more) =>
        [("To", Mobile), ("From", SimulatedPhoneWorld.OurNumber), ("Url", Url), .. more];

    private static async Task<SimulatedPhoneWorld> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var sim = await SimulatedPhoneWorld.StartAsync(configure);
        sim.App.Twiml("/answered", "<Say>Hello</Say><Pause length=\"600\"/>").Twiml("/next", "<Say>Next</Say><Pause length=\"600\"/>");
        return sim;
    }

    [Theory] // 7.1
    [InlineData(null)]
    [InlineData(SimulatedPhoneWorld.ApiKeySid + ":wrong")]
    [InlineData(SimulatedPhoneWorld.AccountSid + ":key-secret")]
    public async Task Credentials_MissingOrWrong_AreRefused(string? credentials)
    {
        await using var sim = await StartAsync();
        using var client = sim.Client();
        if (credentials is not null)
        {
            client.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }

        using var response = await client.GetAsync(SimulatedPhoneWorld.Api("/Calls.json"), TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Contains("\"code\":20003", body, StringComparison.Ordinal);
        Assert.Contains("\"more_info\"", body, StringComparison.Ordinal);
        Assert.Contains("\"status\":401", body, StringComparison.Ordinal);
    }

    [Fact] // 7.1
    public async Task Credentials_OfTheAccountItself_AreAccepted()
    {
        await using var sim = await StartAsync();
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SimulatedPhoneWorld.AccountSid}:auth-token"));
        sim.Rest.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", basic);

        Assert.Equal(200, (await sim.GetAsync("/Calls.json")).Status);
    }

    [Fact] // 7.2 7.4
    public async Task JsonBody_IsAsIfEmpty()
    {
        await using var sim = await StartAsync();
        using var json = new StringContent("{\"To\":\"+447700900201\"}", Encoding.UTF8, "application/json");

        using var response = await sim.Rest.PostAsync(SimulatedPhoneWorld.Api("/Calls.json"), json, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("21201", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory] // 7.4 10.2
    [InlineData("To", "", 21201)]
    [InlineData("To", "07700 900201", 21211)]
    [InlineData("From", "", 21213)]
    [InlineData("From", "+441632960000", 21210)]
    [InlineData("Url", "", 21205)]
    [InlineData("Url", "/relative", 21205)]
    public async Task NewCall_WithABadField_IsRefusedBeforeAnythingHappens(string field, string value, int code)
    {
        await using var sim = await StartAsync();

        var (status, body) = await sim.PostAsync("/Calls.json", [.. NewCall().Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal((400, code), (status, body.GetProperty("code").GetInt32()));
        Assert.Empty(sim.World.Calls.All);
    }

    [Fact] // 1.2 1.3 7.3 7.15
    public async Task NewCall_IsCreatedRingsAndAsksItsUrlOnAnswerOnly()
    {
        await using var sim = await StartAsync();

        var (status, body) = await sim.PostAsync("/Calls.json", NewCall());
        await sim.AdvanceAsync(3);
        Assert.Empty(sim.App.To("/answered"));
        await sim.AdvanceAsync(2);

        Assert.Equal(201, status);
        Assert.Matches("^CA[0-9a-f]{32}$", body.GetProperty("sid").GetString());
        Assert.Equal("queued", body.GetProperty("status").GetString());
        Assert.Equal("Tue, 03 Nov 2026 10:00:00 +0000", body.GetProperty("date_created").GetString());
        Assert.Equal("in-progress", Assert.Single(sim.App.To("/answered"))["CallStatus"]);
        Assert.Equal("outbound-api", sim.App.To("/answered")[0]["Direction"]);
    }

    [Fact] // 7.5
    public async Task UnknownField_IsAcceptedAndFailsAStrictRun()
    {
        await using var sim = await StartAsync();

        var (status, _) = await sim.PostAsync("/Calls.json", NewCall(("StatusCallbackEvents", "ringing")));

        Assert.Equal(201, status);
        Assert.Equal(["7.5"], sim.Violations);
    }

    [Fact] // 7.6
    public async Task ConferenceByName_IsFoundOnlyWhenAParticipantIsCreated()
    {
        await using var sim = await StartAsync();
        await sim.PostAsync(
            "/Conferences/c-1/Participants.json", ("To", "client:adv_1"), ("From", SimulatedPhoneWorld.OurNumber), ("Beep", "false"));

        var (status, body) = await sim.GetAsync("/Conferences/c-1.json");

        Assert.Equal((404, 20404), (status, body.GetProperty("code").GetInt32()));
        Assert.Equal(404, (await sim.GetAsync("/Conferences/c-1/Participants.json")).Status);
    }

    [Fact] // 7.8
    public async Task Update_OfAnEndedCall_Is21220()
    {
        await using var sim = await StartAsync();
        var (_, body) = await sim.PostAsync("/Calls.json", NewCall());
        var path = $"/Calls/{body.GetProperty("sid").GetString()}.json";
        await sim.AdvanceAsync(6);

        var canceled = await sim.PostAsync(path, ("Status", "canceled"));
        var completed = await sim.PostAsync(path, ("Status", "completed"));
        var again = await sim.PostAsync(path, ("Url", SimulatedPhoneWorld.Site + "/next"));

        Assert.Equal(21220, canceled.Body.GetProperty("code").GetInt32());
        Assert.Equal("completed", completed.Body.GetProperty("status").GetString());
        Assert.Equal((400, 21220), (again.Status, again.Body.GetProperty("code").GetInt32()));
    }

    [Fact] // 7.8 6.6
    public async Task Update_WithUrl_DropsWhatTheLegWasDoing()
    {
        await using var sim = await StartAsync();
        var (_, body) = await sim.PostAsync("/Calls.json", NewCall());
        await sim.AdvanceAsync(6);
        var sid = body.GetProperty("sid").GetString()!;

        var ringing = await sim.PostAsync("/Calls.json", NewCall());
        var early = await sim.PostAsync($"/Calls/{ringing.Body.GetProperty("sid").GetString()}.json", ("Url", Url));
        await sim.PostAsync($"/Calls/{sid}.json", ("Twiml", "<Response><Say>Inline</Say><Redirect>https://helpline.test/next</Redirect></Response>"));
        await sim.AdvanceAsync(2);

        Assert.Equal(21220, early.Body.GetProperty("code").GetInt32());
        Assert.Equal(["Hello", "Inline", "Next"], sim.Heard(sim.World.Calls.Find(sid)!));
    }

    [Fact] // 4.2 4.6
    public async Task InlineTwiml_TooLongOrWithRelativeUrls_Fails()
    {
        await using var sim = await StartAsync();

        var (status, body) = await sim.PostAsync("/Calls.json", [.. NewCall()[..2], ("Twiml", $"<Response><!--{new string('x', 4000)}--></Response>")]);
        await sim.PostAsync("/Calls.json", [.. NewCall()[..2], ("Twiml", "<Response><Redirect>/next</Redirect></Response>")]);
        await sim.AdvanceAsync(12);

        Assert.Equal((400, 32018), (status, body.GetProperty("code").GetInt32()));
        Assert.Equal(["15.1"], sim.Violations);
        Assert.Empty(sim.App.To("/next"));
    }

    [Fact] // 7.9
    public async Task SamePostTwice_MakesTwoLegs()
    {
        await using var sim = await StartAsync();

        await sim.PostAsync("/Calls.json", NewCall());
        await sim.PostAsync("/Calls.json", NewCall());

        Assert.Equal(2, sim.World.Calls.All.Count);
    }

    [Fact] // 7.10
    public async Task CallsOverTheAllowance_QueueAndAreDialledLater()
    {
        await using var sim = await StartAsync();

        var replies = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            replies.Add((await sim.PostAsync("/Calls.json", NewCall())).Body.GetProperty("queue_time").GetString());
        }

        await sim.AdvanceAsync(1.5);
        Assert.Equal(["0", "1000", "2000"], replies);
        Assert.Equal(
            [CallStatus.Ringing, CallStatus.Ringing, CallStatus.Queued],
            sim.World.Calls.All.Select(c => c.Status));
        await sim.RingInAsync();
        Assert.Single(sim.App.To("/twilio/voice/incoming"));
    }

    [Fact] // 7.11
    public async Task Throttled_HasNoEffect()
    {
        await using var sim = await StartAsync();
        sim.World.Faults.Next("POST", "/Calls.json", RestFault.Throttled);

        var (status, body) = await sim.PostAsync("/Calls.json", NewCall());

        Assert.Equal((429, 20429), (status, body.GetProperty("code").GetInt32()));
        Assert.Empty(sim.World.Calls.All);
        Assert.Equal(201, (await sim.PostAsync("/Calls.json", NewCall())).Status);
    }

    [Fact] // 7.11
    public async Task EveryReply_TellsHowManyRequestsAreUnderWay()
    {
        await using var sim = await StartAsync();

        using var response = await sim.Rest.GetAsync(SimulatedPhoneWorld.Api("/Calls.json"), TestContext.Current.CancellationToken);

        Assert.Equal("1", Assert.Single(response.Headers.GetValues("Twilio-Concurrent-Requests")));
    }

    [Fact] // 7.11
    public async Task ConcurrencyLimit_RefusesTheExcess()
    {
        await using var sim = await StartAsync(o => o.MaxConcurrentRequests = 1);
        sim.World.Faults.Next("GET", "/Calls.json", RestFault.Stalled);
        var stalled = sim.GetAsync("/Calls.json");
        while (sim.Clock.NextTimerDue is null)
        {
            await Task.Yield();
        }

        var (status, _) = await sim.GetAsync("/Queues.json");
        sim.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(429, status);
        Assert.Equal(200, (await stalled).Status);
    }

    [Fact] // 7.12
    public async Task LostReply_HasHadItsEffect()
    {
        await using var sim = await StartAsync();
        sim.World.Faults.Next("POST", "/Calls.json", RestFault.ReplyLost);

        var (status, _) = await sim.PostAsync("/Calls.json", NewCall());

        Assert.Equal(502, status);
        Assert.Single(sim.World.Calls.All);
    }

    [Fact] // 14.4
    public async Task FailedBefore_HasNoEffect()
    {
        await using var sim = await StartAsync();
        sim.World.Faults.Next("POST", "/Calls.json", RestFault.FailedBefore);

        Assert.Equal(503, (await sim.PostAsync("/Calls.json", NewCall())).Status);
        Assert.Empty(sim.World.Calls.All);
    }

    [Fact] // 7.13
    public async Task RingTimeout_IsSixtyAndFiveUnlessGiven()
    {
        await using var sim = await StartAsync();
        sim.World.FarEnds.Set(Mobile, Helpline.Telephony.Simulator.FarEnds.ScriptedLeg.Ignores);

        await sim.PostAsync("/Calls.json", NewCall());
        await sim.AdvanceAsync(65);
        Assert.False(sim.World.Calls.All[0].IsOver);
        await sim.AdvanceAsync(1);

        Assert.Equal(CallStatus.NoAnswer, sim.World.Calls.All[0].Status);
        Assert.Equal(400, (await sim.PostAsync("/Calls.json", NewCall(("Timeout", "601")))).Status);
    }

    [Fact] // 7.14
    public async Task Lists_ComeInPagesNewestFirstWithRelativeLinks()
    {
        await using var sim = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await sim.RingInAsync();
        }

        var (_, first) = await sim.GetAsync("/Calls.json?PageSize=2");
        var next = first.GetProperty("next_page_uri").GetString()!;
        using var response = await sim.Rest.GetAsync(new Uri("/simulator/twilio" + next, UriKind.Relative), TestContext.Current.CancellationToken);
        var second = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("/2010-04-01/Accounts/AC", next, StringComparison.Ordinal);
        Assert.Equal(sim.World.Calls.All[4].Sid, first.GetProperty("calls")[0].GetProperty("sid").GetString());
        Assert.Contains(sim.World.Calls.All[2].Sid, second, StringComparison.Ordinal);
        Assert.DoesNotContain(sim.World.Calls.All[0].Sid, second, StringComparison.Ordinal);
    }

    [Fact] // 7.16
    public async Task FallbackUrl_OfALeg_IsItsOwn()
    {
        await using var sim = await StartAsync();
        sim.App.Reply("/answered", 500).Twiml("/leg-fallback", "<Say>Sorry</Say>");

        await sim.PostAsync("/Calls.json", NewCall(("FallbackUrl", SimulatedPhoneWorld.Site + "/leg-fallback")));
        await sim.AdvanceAsync(6);

        Assert.Equal("11200", Assert.Single(sim.App.To("/leg-fallback"))["ErrorCode"]);
        Assert.Empty(sim.App.To("/twilio/voice/fallback"));
    }

    [Fact] // 7.4 12.2 12.3 12.6
    public async Task Text_IsSentReportedAndStoppable()
    {
        await using var sim = await StartAsync();
        (string, string)[] text = [("To", Mobile), ("From", SimulatedPhoneWorld.OurNumber), ("Body", "Were you satisfied? £1"), ("StatusCallback", SimulatedPhoneWorld.Site + "/sms")];

        var (status, body) = await sim.PostAsync("/Messages.json", text);
        await sim.AdvanceAsync(3);
        Assert.Equal(201, status);
        Assert.Equal("1", body.GetProperty("num_segments").GetString());
        Assert.Equal(["sending", "sent", "delivered"], sim.App.To("/sms").Select(r => r["MessageStatus"]));

        await sim.World.Loop.RunAsync(() => sim.World.Messages.Receive(Mobile, "Stop"));
        await sim.AdvanceAsync(1);
        Assert.Equal("Stop", Assert.Single(sim.App.To("/twilio/sms/incoming"))["Body"]);
        Assert.Equal(21610, (await sim.PostAsync("/Messages.json", text)).Body.GetProperty("code").GetInt32());
        await sim.World.Loop.RunAsync(() => sim.World.Messages.Receive(Mobile, "START"));
        Assert.Equal(201, (await sim.PostAsync("/Messages.json", text)).Status);
        var tooLong = await sim.PostAsync("/Messages.json", [.. text[..2], ("Body", new string('x', 1601))]);
        Assert.Equal(21617, tooLong.Body.GetProperty("code").GetInt32());
    }

    [Fact] // 7.4 5.17
    public async Task Queues_AreCreatedUpdatedAndDeletedWhenEmpty()
    {
        await using var sim = await StartAsync();

        var (created, body) = await sim.PostAsync("/Queues.json", ("FriendlyName", "q-main"), ("MaxSize", "5000"));
        var path = $"/Queues/{body.GetProperty("sid").GetString()}.json";

        Assert.Equal(201, created);
        Assert.Equal(400, (await sim.PostAsync("/Queues.json", ("FriendlyName", "q-two"), ("MaxSize", "5001"))).Status);
        Assert.Equal(22003, (await sim.PostAsync("/Queues.json", ("FriendlyName", "q-main"))).Body.GetProperty("code").GetInt32());
        Assert.Equal(10, (await sim.PostAsync(path, ("MaxSize", "10"))).Body.GetProperty("max_size").GetInt32());
        Assert.Equal(204, await sim.DeleteAsync(path));
        Assert.Equal(404, (await sim.GetAsync(path)).Status);
    }
}
