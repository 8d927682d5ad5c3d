namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 5, Record, and the recordings of section 7.</summary>
public class RecordTests
{
    private const string Incoming = "/twilio/voice/incoming";
    private const string Message = "<Record action=\"/message\" finishOnKey=\"#\" recordingStatusCallback=\"/file\"/><Say>Nothing heard</Say>";

    private static async Task<(SimulatedPhoneWorld Sim, Helpline.Telephony.Simulator.Calls.SimulatedCall Call)> CallAsync(string verbs)
    {
        var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, verbs).Twiml("/message", "<Hangup/>");
        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(1);
        return (sim, call);
    }

    [Fact] // 5.12 5.15
    public async Task Record_EndedBySilence_AsksTheActionAndTheFileComesLater()
    {
        var (sim, call) = await CallAsync(Message);
        await using var _ = sim;

        await sim.SayAsync(call, new string('a', 140));
        await sim.AdvanceAsync(15);

        var action = Assert.Single(sim.App.To("/message"));
        Assert.Equal("10", action["RecordingDuration"]);
        var path = new Uri(action["RecordingUrl"]!).AbsolutePath;
        using var early = await sim.Rest.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        await sim.AdvanceAsync(2);
        using var late = await sim.Rest.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)early.StatusCode);
        Assert.Equal(200, (int)late.StatusCode);
        Assert.Equal("completed", Assert.Single(sim.App.To("/file"))["RecordingStatus"]);
    }

    [Fact] // 5.12
    public async Task Record_HangUp_AsksTheActionWithDigitsHangup()
    {
        var (sim, call) = await CallAsync(Message);
        await using var _ = sim;

        await sim.SayAsync(call, "please ring me");
        await sim.AdvanceAsync(2);
        await sim.HangUpAsync(call);

        var action = Assert.Single(sim.App.To("/message"));
        Assert.Equal("hangup", action["Digits"]);
        Assert.Equal("completed", action["CallStatus"]);
    }

    [Theory] // 5.12
    [InlineData("<Record action=\"/message\"/>", "5")]
    [InlineData("<Record action=\"/message\" finishOnKey=\"#\"/>", "#")]
    public async Task Record_FinishKey_EndsIt(string verb, string key)
    {
        var (sim, call) = await CallAsync(verb);
        await using var _ = sim;

        await sim.SayAsync(call, "hello");
        await sim.AdvanceAsync(1);
        await sim.PressAsync(call, key);

        Assert.Equal(key, Assert.Single(sim.App.To("/message"))["Digits"]);
    }

    [Fact] // 5.14
    public async Task Record_OfSilence_GoesToTheNextVerbWithoutAnAction()
    {
        var (sim, call) = await CallAsync(Message);
        await using var _ = sim;

        await sim.AdvanceAsync(6);

        Assert.Empty(sim.App.To("/message"));
        Assert.Equal(["Nothing heard"], sim.Heard(call));
    }

    [Fact] // 5.13
    public async Task Record_WithoutAction_AsksForTheSameDocument()
    {
        var (sim, call) = await CallAsync("<Record/>");
        await using var _ = sim;

        await sim.SayAsync(call, "hello");
        await sim.AdvanceAsync(7);

        Assert.Equal(2, sim.App.To(Incoming).Count);
    }

    [Fact] // 5.16
    public async Task Record_Transcribing_FailsAStrictRun()
    {
        var (sim, _) = await CallAsync("<Record transcribe=\"true\" action=\"/message\"/>");
        await using var __ = sim;

        Assert.Equal(["5.16"], sim.Violations);
    }

    [Fact] // 7.8 11.1 11.2 11.4
    public async Task CallRecording_IsPausedResumedStoppedAndDeletedByRestOnly()
    {
        var (sim, call) = await CallAsync("<Pause length=\"60\"/><Say>bye</Say>");
        await using var _ = sim;
        await sim.AdvanceAsync(60);
        sim.App.Twiml("/again", "<Pause length=\"60\"/>");
        await sim.AdvanceAsync(0);
        var second = await sim.RingInAsync();
        await sim.PostAsync($"/Calls/{second.Sid}.json", ("Status", "completed"));
        Assert.Equal((400, 21220), await RecordAsync(second.Sid));

        sim.App.Twiml(Incoming, "<Say>hello</Say><Pause length=\"600\"/>");
        var third = await sim.RingInAsync();
        var (status, body) = await sim.PostAsync(
            $"/Calls/{third.Sid}/Recordings.json",
            ("RecordingChannels", "dual"),
            ("RecordingStatusCallback", SimulatedPhoneWorld.Site + "/file"),
            ("RecordingStatusCallbackEvent", "in-progress"),
            ("RecordingStatusCallbackEvent", "completed"));
        Assert.Equal(201, status);
        Assert.Equal(2, body.GetProperty("channels").GetInt32());
        var recording = $"/Calls/{third.Sid}/Recordings/{body.GetProperty("sid").GetString()}.json";
        await sim.AdvanceAsync(10);
        await sim.PostAsync(recording, ("Status", "paused"), ("PauseBehavior", "skip"));
        await sim.AdvanceAsync(10);
        await sim.PostAsync($"/Calls/{third.Sid}.json", ("Url", SimulatedPhoneWorld.Site + "/again"));
        await sim.PostAsync(recording, ("Status", "in-progress"));
        await sim.AdvanceAsync(5);
        var (_, stopped) = await sim.PostAsync(recording, ("Status", "stopped"));
        await sim.AdvanceAsync(2);

        Assert.Equal("15", stopped.GetProperty("duration").GetString());
        Assert.Equal(["in-progress", "completed"], sim.App.To("/file").Select(r => r["RecordingStatus"]));
        Assert.Equal(204, await sim.DeleteAsync(recording));
        Assert.Equal("deleted", (await sim.GetAsync(recording)).Body.GetProperty("status").GetString());
        Assert.True(call.IsOver);

        async Task<(int, int)> RecordAsync(string sid)
        {
            var (code, error) = await sim.PostAsync($"/Calls/{sid}/Recordings.json");
            return (code, error.GetProperty("code").GetInt32());
        }
    }
}
