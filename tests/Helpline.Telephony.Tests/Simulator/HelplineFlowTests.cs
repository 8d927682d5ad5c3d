using Helpline.Telephony.Simulator.Conferences;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>The whole flow the helpline uses, on a good day and on many bad ones.</summary>
public class HelplineFlowTests
{
    private static async Task<SimulatedPhoneWorld> StartAsync(int seed, string profile)
    {
        var sim = await SimulatedPhoneWorld.StartAsync(o => o.Chaos.Seed = seed, profile);
        sim.App.Twiml("/twilio/voice/incoming", "<Say>Welcome</Say><Enqueue action=\"/q#rc=2&amp;rp=5xx,ct,rt\" waitUrl=\"/w#rc=2&amp;rp=5xx,ct,rt\">q-main</Enqueue>")
            .Twiml("/w", "<Say>You are next</Say><Pause length=\"10\"/>")
            .Twiml("/q", "")
            .Twiml("/bridge", "<Dial action=\"/post\"><Conference beep=\"false\" waitUrl=\"\" participantLabel=\"caller\" endConferenceOnExit=\"true\">c-1</Conference></Dial>")
            .Twiml("/post", "<Hangup/>")
            .Twiml("/survey", "<Gather numDigits=\"1\" action=\"/score\" timeout=\"30\"><Say>Were you satisfied?</Say></Gather>")
            .Twiml("/score", "<Say>Thank you</Say>");
        return sim;
    }

    private static async Task<int> UntilDoneAsync(Func<Task<(int Status, System.Text.Json.JsonElement Body)>> request)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (status, _) = await request();
            if (status is not (429 or 503) || attempt == 20)
            {
                return status;
            }
        }
    }

    [Theory]
    [InlineData(1, "Faultless")]
    [InlineData(1, "Gentle")]
    [InlineData(1, "Hostile")]
    [InlineData(2, "Hostile")]
    [InlineData(3, "Hostile")]
    [InlineData(4, "Hostile")]
    public async Task Call_WaitsIsBridgedAndSurveyed(int seed, string profile)
    {
        await using var sim = await StartAsync(seed, profile);
        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(30);
        var added = await UntilDoneAsync(() => sim.PostAsync(
            "/Conferences/c-1/Participants.json",
            ("From", SimulatedPhoneWorld.OurNumber), ("To", "client:adv_1"), ("Beep", "false"), ("Label", "adv-1"),
            ("ConferenceStatusCallback", SimulatedPhoneWorld.Site + "/conf"), ("ConferenceStatusCallbackEvent", "start end join leave")));
        Assert.True(added is 201 or 502, $"{added}");
        await sim.AdvanceAsync(4);
        var queue = sim.World.Queues.All[0];

        await UntilDoneAsync(() => sim.PostAsync($"/Queues/{queue.Sid}/Members/{call.Sid}.json", ("Url", SimulatedPhoneWorld.Site + "/bridge")));
        await sim.AdvanceAsync(5);
        var room = Assert.Single(sim.World.Conferences.All);
        Assert.Equal(ConferenceStatus.InProgress, room.Status);
        Assert.True(room.Hears(room.Find("caller")!, room.Find("adv-1")!));

        await UntilDoneAsync(() => sim.PostAsync($"/Calls/{call.Sid}.json", ("Url", SimulatedPhoneWorld.Site + "/survey")));
        await sim.AdvanceAsync(5);
        Assert.Equal(ConferenceStatus.Completed, room.Status);
        await sim.PressAsync(call, "1");
        await sim.AdvanceAsync(30);

        Assert.Equal("1", sim.App.To("/score")[0]["Digits"]);
        Assert.True(call.IsOver);
        Assert.All(sim.World.Calls.All, c => Assert.True(c.IsOver));
        Assert.Equal(0, sim.App.BadSignatures);
        Assert.Empty(sim.World.Report.Violations);
    }

    [Fact] // 14.1
    public async Task HangUp_AtAnySecondOfTheFlow_LeavesNothingBehind()
    {
        for (var second = 0; second < 45; second += 3)
        {
            await using var sim = await StartAsync(second, "Faultless");
            var call = await sim.RingInAsync();
            await sim.AdvanceAsync(Math.Min(second, 20));
            if (second > 20)
            {
                await sim.PostAsync(
                    "/Conferences/c-1/Participants.json",
                    ("From", SimulatedPhoneWorld.OurNumber), ("To", "client:adv_1"), ("Beep", "false"), ("Label", "adv-1"), ("EndConferenceOnExit", "false"));
                await sim.PostAsync($"/Queues/{sim.World.Queues.All[0].Sid}/Members/{call.Sid}.json", ("Url", SimulatedPhoneWorld.Site + "/bridge"));
                await sim.AdvanceAsync(second - 20);
            }

            await sim.HangUpAsync(call);
            await sim.AdvanceAsync(5);

            Assert.True(call.IsOver);
            Assert.All(sim.World.Queues.All, q => Assert.Empty(q.Members));
            Assert.Single(sim.App.To("/twilio/voice/status"));
            Assert.Empty(sim.World.Report.Violations);
        }
    }

    [Fact] // 14.8, in small: many callers wait at once on one loop
    public async Task ManyCallers_AllWaitAndAllLeave()
    {
        await using var sim = await StartAsync(5, "Faultless");
        var calls = new List<Helpline.Telephony.Simulator.Calls.SimulatedCall>();
        for (var i = 0; i < 300; i++)
        {
            calls.Add(await sim.World.Loop.RunAsync(() => sim.World.Lines.RingIn($"+44770090{i:D4}")));
        }

        await sim.AdvanceAsync(30);
        Assert.Equal(300, sim.World.Queues.All[0].Members.Count);
        foreach (var call in calls)
        {
            await sim.HangUpAsync(call);
        }

        await sim.AdvanceAsync(5);
        Assert.Empty(sim.World.Queues.All[0].Members);
        Assert.Equal(300, sim.App.To("/q").Count(r => r["QueueResult"] == "hangup"));
        Assert.Empty(sim.World.Report.Violations);
    }
}
