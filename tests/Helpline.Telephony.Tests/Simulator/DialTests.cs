using Helpline.Telephony.Simulator.FarEnds;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 5, Dial to numbers and clients, and Redirect.</summary>
public class DialTests
{
    private const string Incoming = "/twilio/voice/incoming";
    private const string Mobile = "+447700900201";

    private static async Task<(SimulatedPhoneWorld Sim, Helpline.Telephony.Simulator.Calls.SimulatedCall Call)> DialAsync(
        string dial, Action<SimulatedPhoneWorld>? arrange = null, Action<Helpline.Telephony.Simulator.SimulatorOptions>? configure = null)
    {
        var sim = await SimulatedPhoneWorld.StartAsync(configure);
        sim.App.Twiml(Incoming, dial).Twiml("/after", "<Say>After</Say>");
        arrange?.Invoke(sim);
        return (sim, await sim.RingInAsync());
    }

    private static string? Outcome(SimulatedPhoneWorld sim) => Assert.Single(sim.App.To("/after"))["DialCallStatus"];

    [Fact] // 5.27
    public async Task Ring_LastsItsTimeoutAndFiveSeconds()
    {
        var (sim, _) = await DialAsync(
            $"<Dial timeout=\"10\" action=\"/after\">{Mobile}</Dial>", s => s.World.FarEnds.Set(Mobile, ScriptedLeg.Ignores));
        await using var __ = sim;

        await sim.AdvanceAsync(15);
        Assert.Empty(sim.App.To("/after"));
        await sim.AdvanceAsync(0.5);

        Assert.Equal("no-answer", Outcome(sim));
    }

    [Fact] // 5.28 5.31
    public async Task SeveralParties_TheFirstToAnswerWinsAndTheOthersAreCancelled()
    {
        var (sim, call) = await DialAsync(
            $"<Dial action=\"/after\"><Number>{Mobile}</Number><Client>adv_1</Client></Dial>",
            s => s.World.FarEnds.Set(Mobile, new ScriptedLeg { After = TimeSpan.FromSeconds(9) }));
        await using var __ = sim;

        await sim.AdvanceAsync(12);
        var legs = sim.World.Calls.All.Where(c => c.ParentSid == call.Sid).ToDictionary(c => c.To, c => c);
        await sim.HangUpAsync(legs["client:adv_1"]);

        Assert.Equal("Canceled", legs[Mobile].Status.ToString());
        Assert.Equal("completed", Outcome(sim));
        Assert.Equal(legs["client:adv_1"].Sid, sim.App.To("/after")[0]["DialCallSid"]);
        Assert.NotNull(sim.App.To("/after")[0]["DialCallDuration"]);
    }

    [Fact] // 5.28
    public async Task Sequential_RingsOneAfterTheOther()
    {
        var (sim, _) = await DialAsync(
            $"<Dial sequential=\"true\" timeout=\"5\" action=\"/after\"><Client>adv_1</Client><Number>{Mobile}</Number></Dial>",
            s => s.World.FarEnds.Set("client:adv_1", ScriptedLeg.Ignores));
        await using var __ = sim;

        await sim.AdvanceAsync(9);
        var before = sim.World.Calls.All.Count;
        await sim.AdvanceAsync(7);

        Assert.Equal(2, before);
        Assert.Contains(sim.World.Calls.All, c => c.To == Mobile && c.Answered is not null);
    }

    [Fact] // 5.29
    public async Task Voicemail_CountsAsAnswered()
    {
        var (sim, call) = await DialAsync($"<Dial>{Mobile}</Dial>", s => s.World.FarEnds.Set(Mobile, ScriptedLeg.Voicemail));
        await using var __ = sim;

        await sim.AdvanceAsync(15);

        Assert.Contains(call.Transcript.Lines, l => l.Text == "connected");
    }

    [Theory] // 5.30
    [InlineData("action=\"/after\"", 0, 1)]
    [InlineData("", 1, 0)]
    public async Task LaterVerbs_RunOnlyWithoutAnAction(string action, int later, int after)
    {
        var (sim, call) = await DialAsync(
            $"<Dial {action}>{Mobile}</Dial><Say>Later</Say>", s => s.World.FarEnds.Set(Mobile, ScriptedLeg.Rejects));
        await using var __ = sim;

        await sim.AdvanceAsync(5);

        Assert.Equal(later, sim.Heard(call).Count(t => t == "Later"));
        Assert.Equal(after, sim.App.To("/after").Count(r => r["DialCallStatus"] == "busy"));
    }

    [Theory] // 5.32: unsettled, both settings
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task CallerHangsUp_InDial_AsksTheActionOnlyWhereTheSwitchSaysSo(bool asks, int requests)
    {
        var (sim, call) = await DialAsync(
            $"<Dial action=\"/after\">{Mobile}</Dial>", configure: o => o.Unsettled.DialActionOnHangup = asks);
        await using var __ = sim;
        await sim.AdvanceAsync(10);

        await sim.HangUpAsync(call);

        Assert.Equal(requests, sim.App.To("/after").Count(r => r["CallStatus"] == "completed"));
        Assert.All(sim.World.Calls.All, c => Assert.True(c.IsOver));
        Assert.DoesNotContain("After", sim.Heard(call));
    }

    [Theory] // 5.33
    [InlineData("<Dial callerId=\"+441632960000\" action=\"/after\">+447700900201</Dial>", "13214")]
    [InlineData("<Dial action=\"/after\">07700 900201</Dial>", "13223")]
    public async Task BadNumbers_AreAWarningAndAFailedDial(string dial, string code)
    {
        var (sim, _) = await DialAsync(dial);
        await using var __ = sim;
        await sim.AdvanceAsync(1);

        Assert.Equal("failed", Outcome(sim));
        Assert.Contains(sim.World.Report.Warnings, w => w.Rule == code);
    }

    [Fact] // 5.34
    public async Task Whisper_RunsOnTheCalledLegBeforeTheBridge()
    {
        var (sim, call) = await DialAsync(
            $"<Dial><Number url=\"/screen\">{Mobile}</Number></Dial>",
            s => s.App.Twiml("/screen", "<Gather numDigits=\"1\" action=\"/pressed\"><Say>Press 1 to take the call</Say></Gather><Hangup/>")
                .Twiml("/pressed", "<Say>Thank you</Say>"));
        await using var __ = sim;

        await sim.AdvanceAsync(12);

        Assert.Equal("1", Assert.Single(sim.App.To("/pressed"))["Digits"]);
        Assert.Contains(call.Transcript.Lines, l => l.Text == "connected");
        Assert.Equal(call.Sid, sim.App.To("/screen")[0]["ParentCallSid"]);
        Assert.Equal("outbound-dial", sim.App.To("/screen")[0]["Direction"]);
    }

    [Fact] // 5.34
    public async Task Whisper_ThatDials_Fails()
    {
        var (sim, _) = await DialAsync(
            $"<Dial action=\"/after\"><Number url=\"/screen\">{Mobile}</Number></Dial>",
            s => s.App.Twiml("/screen", "<Dial>+447700900202</Dial>"));
        await using var __ = sim;
        await sim.AdvanceAsync(10);

        Assert.Contains("13201", sim.Violations);
        Assert.Single(sim.App.To("/after"));
    }

    [Fact] // 5.35
    public async Task TimeLimit_EndsTheBridge()
    {
        var (sim, call) = await DialAsync($"<Dial timeLimit=\"60\" action=\"/after\">{Mobile}</Dial>");
        await using var __ = sim;

        await sim.AdvanceAsync(61);

        Assert.Equal("completed", Outcome(sim));
        Assert.Contains("After", sim.Heard(call));
    }

    [Fact] // 5.35
    public async Task Star_EndsTheBridgeWhereAllowed()
    {
        var (sim, call) = await DialAsync($"<Dial hangupOnStar=\"true\" action=\"/after\">{Mobile}</Dial>");
        await using var __ = sim;
        await sim.AdvanceAsync(8);

        await sim.PressAsync(call, "1");
        Assert.Empty(sim.App.To("/after"));
        await sim.PressAsync(call, "*");

        Assert.Equal("completed", Outcome(sim));
    }

    [Fact] // 9.3
    public async Task BusyDevice_IgnoresTheInvitation()
    {
        var (sim, _) = await DialAsync("<Dial><Client>adv_1</Client></Dial>");
        await using var __ = sim;
        await sim.AdvanceAsync(5);
        sim.App.Twiml(Incoming, "<Dial timeout=\"5\" action=\"/after\"><Client>adv_1</Client></Dial>");

        await sim.RingInAsync("+447700900124");
        await sim.AdvanceAsync(11);

        Assert.Equal("no-answer", Outcome(sim));
    }

    [Fact] // 5.36
    public async Task Redirect_MakesLaterVerbsUnreachableAndToItselfIsALoop()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, $"<Pause length=\"2\"/><Redirect>{Incoming}</Redirect><Say>Never</Say>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(7);

        Assert.DoesNotContain("Never", sim.Heard(call));
        Assert.Equal(["5.6"], sim.Violations);
    }
}
