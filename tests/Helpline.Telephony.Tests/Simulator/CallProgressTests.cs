using Helpline.Telephony.Simulator.FarEnds;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 8: how legs report their progress.</summary>
public class CallProgressTests
{
    private const string Mobile = "+447700900201";

    private static (string, string)[] NewCall(params (string, string)[] more) =>
    [
        ("To", Mobile), ("From", SimulatedPhoneWorld.OurNumber), ("Url", SimulatedPhoneWorld.Site + "/answered"),
        ("StatusCallback", SimulatedPhoneWorld.Site + "/leg"), .. more,
    ];

    [Fact] // 8.1
    public async Task WithoutEvents_OnlyTheEndIsReported()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.World.FarEnds.Set(Mobile, ScriptedLeg.Rejects);

        await sim.PostAsync("/Calls.json", NewCall());
        await sim.AdvanceAsync(5);

        Assert.Equal("busy", Assert.Single(sim.App.To("/leg"))["CallStatus"]);
    }

    [Fact] // 7.2 8.2
    public async Task WithEvents_EachIsNumberedAndTheEndCarriesDurations()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml("/answered", "<Pause length=\"61\"/><Hangup/>");

        await sim.PostAsync(
            "/Calls.json",
            NewCall(
                ("StatusCallbackEvent", "initiated"),
                ("StatusCallbackEvent", "ringing"),
                ("StatusCallbackEvent", "answered"),
                ("StatusCallbackEvent", "completed")));
        await sim.AdvanceAsync(70);

        var callbacks = sim.App.To("/leg");
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], callbacks.Select(c => c["CallStatus"]));
        Assert.Equal(["0", "1", "2", "3"], callbacks.Select(c => c["SequenceNumber"]));
        Assert.All(callbacks, c => Assert.Equal("call-progress-events", c["CallbackSource"]));
        Assert.Equal("Tue, 03 Nov 2026 10:00:00 +0000", callbacks[0]["Timestamp"]);
        Assert.Equal("61", callbacks[3]["CallDuration"]);
        Assert.Equal("2", callbacks[3]["Duration"]);
        Assert.Equal("200", callbacks[3]["SipResponseCode"]);
    }

    [Fact] // 7.2: several events in one field are not several events on Calls
    public async Task EventsInOneField_AreNotUnderstoodOnCalls()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.World.FarEnds.Set(Mobile, ScriptedLeg.Rejects);

        await sim.PostAsync("/Calls.json", NewCall(("StatusCallbackEvent", "initiated completed")));
        await sim.AdvanceAsync(5);

        Assert.Empty(sim.App.To("/leg"));
    }

    [Fact] // 8.3
    public async Task NumberCallback_ComesOnceAtTheEnd()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml("/twilio/voice/incoming", "<Say>Hello</Say><Pause length=\"30\"/>");

        await sim.RingInAsync();
        await sim.AdvanceAsync(20);
        Assert.Empty(sim.App.To("/twilio/voice/status"));
        await sim.AdvanceAsync(20);

        var end = Assert.Single(sim.App.To("/twilio/voice/status"));
        Assert.Equal("completed", end["CallStatus"]);
        Assert.Equal("30", end["CallDuration"]);
    }

    [Fact] // 8.4
    public async Task LegCancelledWhileQueued_ReportsNothing()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        await sim.PostAsync("/Calls.json", NewCall());
        var (_, second) = await sim.PostAsync("/Calls.json", NewCall());
        var sid = second.GetProperty("sid").GetString();

        var (_, body) = await sim.PostAsync($"/Calls/{sid}.json", ("Status", "canceled"));
        await sim.AdvanceAsync(60);

        Assert.Equal("canceled", body.GetProperty("status").GetString());
        Assert.DoesNotContain(sim.App.To("/leg"), c => c["CallSid"] == sid);
    }

    [Fact] // 8.5 1.1
    public async Task OnABadDay_CallbacksComeLateTwiceOutOfOrderOrNeverAndTheSeedRepeatsIt()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.Chaos.CallbackDropRate = 0.2, "Hostile");
            sim.World.Options.Chaos.ThrottleRate = sim.World.Options.Chaos.RestErrorRate = sim.World.Options.Chaos.RestReplyLostRate = 0;
            sim.App.Twiml("/answered", "<Hangup/>");
            for (var i = 0; i < 10; i++)
            {
                await sim.PostAsync(
                    "/Calls.json",
                    NewCall(("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"), ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed")));
                await sim.AdvanceAsync(8);
            }

            await sim.AdvanceAsync(10);
            var seen = sim.App.To("/leg").Select(c => (c["CallSid"], c["SequenceNumber"])).ToList();
            Assert.NotEmpty(sim.World.Courier.Lost);
            Assert.True(seen.Count > seen.Distinct().Count());
            Assert.NotEqual(seen.OrderBy(s => s.Item2).GroupBy(s => s.Item1).SelectMany(g => g), seen.GroupBy(s => s.Item1).SelectMany(g => g));
            runs.Add(string.Join(' ', seen));
        }

        Assert.Equal(runs[0], runs[1]);
    }

    [Fact] // 8.6
    public async Task EndOfTheCall_MayBeReportedBeforeTheActionItInterrupted()
    {
        var orders = new HashSet<string>();
        for (var seed = 1; seed <= 12; seed++)
        {
            var drawn = seed;
            await using var sim = await SimulatedPhoneWorld.StartAsync(o =>
            {
                o.Chaos.Seed = drawn;
                o.Chaos.WebhookLatencyMax = TimeSpan.FromSeconds(1);
                o.Chaos.CallbackDelayMax = TimeSpan.FromMilliseconds(10);
            });
            sim.App.Twiml("/twilio/voice/incoming", "<Enqueue action=\"/q\">q-main</Enqueue>").Twiml("/q", "");
            var call = await sim.RingInAsync();
            await sim.AdvanceAsync(5);
            await sim.HangUpAsync(call);
            await sim.AdvanceAsync(5);
            orders.Add(string.Join(' ', sim.App.Received.Select(r => r.Path).Where(p => p is "/q" or "/twilio/voice/status")));
        }

        Assert.Equal(2, orders.Count);
    }
}
