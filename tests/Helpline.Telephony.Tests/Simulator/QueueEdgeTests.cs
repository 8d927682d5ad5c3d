using System.Globalization;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 5: the rarer ends of a wait in a queue.</summary>
public class QueueEdgeTests
{
    private const string Incoming = "/twilio/voice/incoming";

    private static async Task<SimulatedPhoneWorld> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var sim = await SimulatedPhoneWorld.StartAsync(configure);
        sim.App.Twiml(Incoming, "<Enqueue action=\"/q\" waitUrl=\"/w\">q-main</Enqueue>")
            .Twiml("/w", "<Pause length=\"10\"/>")
            .Twiml("/q", "")
            .Twiml("/about", "<Say>You are being connected to somebody who can help you</Say>")
            .Twiml("/elsewhere", "<Say>Elsewhere</Say><Pause length=\"60\"/>");
        return sim;
    }

    private static async Task<(SimulatedCall Waiting, SimulatedCall Dialler)> DiallingAsync(SimulatedPhoneWorld sim, double seconds)
    {
        var waiting = await sim.RingInAsync();
        sim.App.Twiml(Incoming, "<Dial><Queue url=\"/about\">q-main</Queue></Dial>");
        var dialler = await sim.RingInAsync("+447700900500");
        await sim.AdvanceAsync(seconds);
        return (waiting, dialler);
    }

    [Fact] // 5.17
    public async Task Name_OverSixtyFourCharacters_Fails()
    {
        await using var sim = await StartAsync();
        sim.App.Twiml(Incoming, $"<Enqueue>{new string('q', 65)}</Enqueue>").Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal("13310", Assert.Single(sim.App.To("/twilio/voice/fallback"))["ErrorCode"]);
        Assert.Empty(sim.World.Queues.All);
    }

    [Fact] // 5.18
    public async Task Position_OnABadDay_JumpsAndRisesAndIsNeverBelowOne()
    {
        await using var sim = await StartAsync(o => o.Chaos.QueuePositionErrorRate = 0.5);

        await sim.RingInAsync();
        await sim.AdvanceAsync(300);

        var told = sim.App.To("/w").Select(r => int.Parse(r["QueuePosition"]!, CultureInfo.InvariantCulture)).ToList();
        Assert.Contains(1, told);
        Assert.All(told, p => Assert.InRange(p, 1, 4));
        Assert.Contains(told.Zip(told.Skip(1)), pair => pair.Second > pair.First);
    }

    [Theory] // 5.22 5.23
    [InlineData(1, "system-error")]
    [InlineData(0, "hangup")]
    public async Task HangUp_BeforeTheWaitBegan_MayHaveBeenNoWaitAtAll(double rate, string result)
    {
        await using var sim = await StartAsync(o => o.Chaos.EarlyHangupSystemErrorRate = rate);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sim.App.Page("/w", async (_, http) =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        });
        var call = await sim.World.Loop.RunAsync(() => sim.World.Lines.RingIn(SimulatedPhoneWorld.Parent));
        await reached.Task;

        await sim.HangUpAsync(call);

        var action = Assert.Single(sim.App.To("/q"));
        Assert.Equal(result, action["QueueResult"]);
        Assert.Equal(rate == 0, action.Has("QueueSid") && action.Has("QueueTime"));
        Assert.Empty(sim.World.Queues.All[0].Members);
    }

    [Fact] // 5.22
    public async Task HangUp_WhileBeingConnected_IsBridgingInProcess()
    {
        await using var sim = await StartAsync();
        var (waiting, _) = await DiallingAsync(sim, 1);
        Assert.Null(waiting.Peer);

        await sim.HangUpAsync(waiting);

        Assert.Equal("bridging-in-process", Assert.Single(sim.App.To("/q"))["QueueResult"]);
    }

    [Fact] // 5.22
    public async Task Redirect_OutOfABridge_SaysSo()
    {
        await using var sim = await StartAsync();
        var (waiting, dialler) = await DiallingAsync(sim, 5);
        Assert.Same(dialler, waiting.Peer);

        await sim.PostAsync($"/Calls/{waiting.Sid}.json", ("Url", SimulatedPhoneWorld.Site + "/elsewhere"));

        Assert.Equal("redirected-from-bridged", Assert.Single(sim.App.To("/q"))["QueueResult"]);
        Assert.Contains("Elsewhere", sim.Heard(waiting));
    }
}
