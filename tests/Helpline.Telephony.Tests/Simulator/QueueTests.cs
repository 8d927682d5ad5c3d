using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 5, Enqueue, Leave and Queue, with their part of section 7.</summary>
public class QueueTests
{
    private const string Incoming = "/twilio/voice/incoming";
    private const string Enqueue = "<Enqueue action=\"/q\" waitUrl=\"/w\">q-main</Enqueue><Say>after</Say>";

    private static async Task<SimulatedPhoneWorld> StartAsync(Action<Helpline.Telephony.Simulator.SimulatorOptions>? configure = null)
    {
        var sim = await SimulatedPhoneWorld.StartAsync(configure);
        sim.App.Twiml(Incoming, Enqueue)
            .Twiml("/w", "<Gather numDigits=\"1\" action=\"/key\" timeout=\"1\"><Say>You are in the queue</Say></Gather><Pause length=\"20\"/>")
            .Twiml("/key", r => r["Digits"] == "1" ? "<Leave/>" : "<Say>Still waiting</Say>")
            .Twiml("/q", r => r["QueueResult"] == "leave" ? "<Say>We will ring you</Say>" : "")
            .Twiml("/bridge", "<Say>Connecting you</Say><Pause length=\"60\"/>");
        return sim;
    }

    private static async Task<string> MemberPathAsync(SimulatedPhoneWorld sim, string callSid)
    {
        var (_, body) = await sim.GetAsync("/Queues.json");
        return $"/Queues/{body.GetProperty("queues")[0].GetProperty("sid").GetString()}/Members/{callSid}.json";
    }

    [Fact] // 5.17 5.18
    public async Task Wait_RepeatsItsDocumentWithFreshFacts()
    {
        await using var sim = await StartAsync();

        await sim.RingInAsync();
        await sim.RingInAsync("+447700900124");
        await sim.AdvanceAsync(60);

        var waits = sim.App.To("/w");
        Assert.True(waits.Count >= 4);
        Assert.Equal("0", waits[0]["QueueTime"]);
        Assert.Equal("1", waits[0]["QueuePosition"]);
        Assert.Equal("2", waits[1]["QueuePosition"]);
        Assert.Equal("2", waits[^1]["CurrentQueueSize"]);
        Assert.NotEqual("0", waits[^1]["QueueTime"]);
        Assert.Equal("1000", waits[0]["MaxQueueSize"]);
        Assert.StartsWith("QU", waits[0]["QueueSid"], StringComparison.Ordinal);
        Assert.Empty(sim.Violations);
    }

    [Fact] // 5.21 5.22 5.24
    public async Task Leave_FromAGatherInTheWait_AsksTheActionWithLeave()
    {
        await using var sim = await StartAsync();

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(1);
        await sim.PressAsync(call, "1");
        await sim.AdvanceAsync(2);

        var action = Assert.Single(sim.App.To("/q"));
        Assert.Equal("leave", action["QueueResult"]);
        Assert.NotNull(action["QueueTime"]);
        Assert.Contains("We will ring you", sim.Heard(call));
        Assert.Equal("q-main", sim.World.Queues.All[0].Name);
        Assert.Empty(sim.World.Queues.All[0].Members);
    }

    [Fact] // 5.24
    public async Task Leave_WithoutAction_GoesToTheVerbAfterEnqueue()
    {
        await using var sim = await StartAsync();
        sim.App.Twiml(Incoming, "<Enqueue waitUrl=\"/w\">q-main</Enqueue><Say>after</Say>").Twiml("/w", "<Leave/>");

        var call = await sim.RingInAsync();

        Assert.Contains("after", sim.Heard(call));
    }

    [Fact] // 5.21: any other key keeps the wait
    public async Task GatherInTheWait_WithAnotherKey_ReturnsToTheWait()
    {
        await using var sim = await StartAsync();

        var call = await sim.RingInAsync();
        await sim.PressAsync(call, "7");
        await sim.AdvanceAsync(5);

        Assert.Contains("Still waiting", sim.Heard(call));
        Assert.True(sim.App.To("/key")[0].Has("QueuePosition"));
        Assert.Equal(2, sim.App.To("/w").Count);
    }

    [Theory] // 5.19 5.20
    [InlineData("<Dial>+447700900999</Dial>", 200)]
    [InlineData("<Record/>", 200)]
    [InlineData("", 500)]
    public async Task Wait_ThatFails_EndsWithResultError(string verbs, int status)
    {
        await using var sim = await StartAsync();
        sim.App.Reply("/w", status, "text/xml", $"<Response>{verbs}</Response>");

        await sim.RingInAsync();

        Assert.Equal("error", Assert.Single(sim.App.To("/q"))["QueueResult"]);
    }

    [Fact] // 5.20
    public async Task Wait_WithoutAnAddress_IsMusic()
    {
        await using var sim = await StartAsync();
        sim.App.Twiml(Incoming, "<Enqueue>q-main</Enqueue>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(600);

        Assert.Contains(call.Transcript.Lines, l => l.Text == "music");
        Assert.False(call.IsOver);
    }

    [Fact] // 5.17 5.23
    public async Task Enqueue_IntoAFullQueue_IsToldSoWithoutQueueFacts()
    {
        await using var sim = await StartAsync();
        await sim.PostAsync("/Queues.json", ("FriendlyName", "q-main"), ("MaxSize", "1"));

        await sim.RingInAsync();
        await sim.RingInAsync("+447700900124");

        var action = Assert.Single(sim.App.To("/q"));
        Assert.Equal("queue-full", action["QueueResult"]);
        Assert.False(action.Has("QueueSid"));
        Assert.False(action.Has("QueueTime"));
    }

    [Theory] // 5.25, precedence unsettled: both settings
    [InlineData(false, "Connecting you", "Wrong document")]
    [InlineData(true, "Wrong document", "Connecting you")]
    public async Task Dequeue_ByRest_CutsTheWaitAndAsksBothDocuments(bool actionWins, string heard, string notHeard)
    {
        await using var sim = await StartAsync(o => o.Unsettled.DequeueActionDocumentWins = actionWins);
        sim.App.Twiml("/q", "<Say>Wrong document</Say>");
        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(10);

        var (status, body) = await sim.PostAsync(await MemberPathAsync(sim, call.Sid), ("Url", SimulatedPhoneWorld.Site + "/bridge"));
        await sim.AdvanceAsync(1);

        Assert.Equal(200, status);
        Assert.Equal(1, body.GetProperty("position").GetInt32());
        Assert.Equal("redirected", Assert.Single(sim.App.To("/q"))["QueueResult"]);
        Assert.Equal(actionWins ? 0 : 1, sim.App.To("/bridge").Count);
        Assert.All(sim.App.To("/bridge"), r => Assert.Equal("in-progress", r["CallStatus"]));
        Assert.Contains(heard, sim.Heard(call));
        Assert.DoesNotContain(notHeard, sim.Heard(call));
    }

    [Fact] // 7.7
    public async Task Dequeue_Twice_TheSecondFindsNobody()
    {
        await using var sim = await StartAsync();
        var call = await sim.RingInAsync();
        var path = await MemberPathAsync(sim, call.Sid);

        var both = await Task.WhenAll(
            sim.PostAsync(path, ("Url", SimulatedPhoneWorld.Site + "/bridge")),
            sim.PostAsync(path, ("Url", SimulatedPhoneWorld.Site + "/bridge")));

        Assert.Equal([200, 404], both.Select(b => b.Status).Order());
        Assert.Equal(20404, both.Single(b => b.Status == 404).Body.GetProperty("code").GetInt32());
        Assert.Single(sim.App.To("/bridge"));
    }

    [Fact] // 7.7
    public async Task Dequeue_ByFront_TakesTheOneWhoWaitedLongest()
    {
        await using var sim = await StartAsync();
        var first = await sim.RingInAsync();
        var second = await sim.RingInAsync("+447700900124");

        await sim.PostAsync(await MemberPathAsync(sim, "Front"), ("Url", SimulatedPhoneWorld.Site + "/bridge"));

        Assert.Contains("Connecting you", sim.Heard(first));
        Assert.DoesNotContain("Connecting you", sim.Heard(second));
    }

    [Fact] // 5.22
    public async Task HangUp_WhileWaiting_AsksTheActionAndFreesThePlace()
    {
        await using var sim = await StartAsync();
        var call = await sim.RingInAsync();
        var path = await MemberPathAsync(sim, call.Sid);

        await sim.HangUpAsync(call);
        await sim.AdvanceAsync(1);

        var action = Assert.Single(sim.App.To("/q"));
        Assert.Equal("hangup", action["QueueResult"]);
        Assert.Equal("completed", action["CallStatus"]);
        Assert.Equal(404, (await sim.PostAsync(path, ("Url", SimulatedPhoneWorld.Site + "/bridge"))).Status);
    }

    [Fact] // 5.22: sent elsewhere through the call itself
    public async Task RedirectOfTheCall_WhileWaiting_AsksTheActionWithRedirected()
    {
        await using var sim = await StartAsync();
        var call = await sim.RingInAsync();

        await sim.PostAsync($"/Calls/{call.Sid}.json", ("Url", SimulatedPhoneWorld.Site + "/bridge"));

        Assert.Equal("redirected", Assert.Single(sim.App.To("/q"))["QueueResult"]);
        Assert.Contains("Connecting you", sim.Heard(call));
    }

    [Fact] // 5.26 5.22
    public async Task DialQueue_TakesTheHeadPlaysItsWhisperAndTheActionComesAfterTheBridge()
    {
        await using var sim = await StartAsync();
        sim.App.Twiml("/dialler", "<Dial><Queue url=\"/about\">q-main</Queue></Dial>").Twiml("/about", "<Say>Being connected</Say>");
        var waiting = await sim.RingInAsync();
        sim.App.Twiml(Incoming, "<Redirect>/dialler</Redirect>");
        var dialler = await sim.RingInAsync("+447700900500");
        await sim.AdvanceAsync(3);

        Assert.Equal(dialler.Sid, Assert.Single(sim.App.To("/about"))["DequeingCallSid"]);
        Assert.Contains("Being connected", sim.Heard(waiting));
        Assert.Same(dialler, waiting.Peer);
        Assert.Empty(sim.App.To("/q"));

        await sim.HangUpAsync(dialler);
        Assert.Equal("bridged", Assert.Single(sim.App.To("/q"))["QueueResult"]);
    }

    [Fact] // 7.14: lists may lag
    public async Task Members_InAList_MayLagBehind()
    {
        await using var sim = await StartAsync(o => o.Chaos.ListLagMax = TimeSpan.FromSeconds(2));
        var call = await sim.RingInAsync();
        var path = await MemberPathAsync(sim, call.Sid);
        var list = path[..path.LastIndexOf('/')] + ".json";

        var early = (await sim.GetAsync(list)).Body.GetProperty("queue_members").GetArrayLength();
        await sim.AdvanceAsync(2);
        var late = (await sim.GetAsync(list)).Body.GetProperty("queue_members");

        Assert.Equal(0, early);
        Assert.Equal(call.Sid, late[0].GetProperty("call_sid").GetString());
        Assert.Equal(CallStatus.InProgress, call.Status);
    }
}
