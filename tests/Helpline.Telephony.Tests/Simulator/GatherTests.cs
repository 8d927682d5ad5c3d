namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 5: Say, Play and Gather.</summary>
public class GatherTests
{
    private const string Incoming = "/twilio/voice/incoming";

    private static async Task<(SimulatedPhoneWorld Sim, Helpline.Telephony.Simulator.Calls.SimulatedCall Call)> CallAsync(
        string verbs, Action<Helpline.Telephony.Simulator.SimulatorOptions>? configure = null)
    {
        var sim = await SimulatedPhoneWorld.StartAsync(configure);
        sim.App.Twiml(Incoming, verbs).Twiml("/menu", "<Say>Thank you</Say>");
        return (sim, await sim.RingInAsync());
    }

    [Fact] // 5.1
    public async Task Say_TakesAsLongAsItWould()
    {
        var (sim, call) = await CallAsync($"<Say>{new string('a', 140)}</Say>");
        await using var _ = sim;

        await sim.AdvanceAsync(9.9);
        var before = call.IsOver;
        await sim.AdvanceAsync(0.2);

        Assert.False(before);
        Assert.True(call.IsOver);
    }

    [Theory] // 5.1
    [InlineData("<Say voice=\"Polly.Amy\" language=\"cy-GB\">x</Say>")]
    [InlineData("<Say voice=\"Jolly.Amy\">x</Say>")]
    public async Task Say_InAVoiceThatDoesNotSpeakIt_FailsTheVerb(string verb)
    {
        var (sim, call) = await CallAsync(verb);
        await using var _ = sim;

        Assert.Empty(sim.Heard(call));
        Assert.Equal(["13512"], sim.Violations);
    }

    [Fact] // 5.1
    public async Task Say_Over4096Characters_Fails()
    {
        var (sim, _) = await CallAsync($"<Say>{new string('a', 4097)}</Say>");
        await using var __ = sim;
        await sim.AdvanceAsync(10);

        Assert.Equal("13520", Assert.Single(sim.App.To("/twilio/voice/fallback"))["ErrorCode"]);
    }

    [Fact] // 5.2
    public async Task Play_FetchesByGetWithoutParametersAndOnlyOnce()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Play loop=\"2\">/media/tone.wav</Play><Say>done</Say>").Page("/media/tone.wav", (_, http) =>
        {
            http.Response.ContentType = "audio/basic";
            return http.Response.Body.WriteAsync(new byte[16_000]).AsTask();
        });

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(3.9);
        var before = sim.Heard(call).Any();
        await sim.AdvanceAsync(0.2);

        Assert.False(before);
        Assert.Equal(["done"], sim.Heard(call));
        var request = Assert.Single(sim.App.To("/media/tone.wav"));
        Assert.Equal("GET", request.Method);
        Assert.Empty(request.Fields);
    }

    [Theory] // 5.2
    [InlineData(404, "audio/wav", "11200")]
    [InlineData(200, "text/html", "12300")]
    public async Task Play_OfWhatIsNotSound_Fails(int status, string type, string code)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Play>/media/x.wav</Play>").Reply("/media/x.wav", status, type, "x").Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal(code, Assert.Single(sim.App.To("/twilio/voice/fallback"))["ErrorCode"]);
    }

    [Fact] // 5.3 5.4
    public async Task Gather_KeyDuringThePrompt_CutsItShort()
    {
        var (sim, call) = await CallAsync($"<Gather numDigits=\"1\" action=\"/menu\"><Say>{new string('a', 1400)}</Say></Gather>");
        await using var _ = sim;

        await sim.AdvanceAsync(10);
        await sim.PressAsync(call, "2");

        Assert.Equal("2", Assert.Single(sim.App.To("/menu"))["Digits"]);
        Assert.Equal("in-progress", sim.App.To("/menu")[0]["CallStatus"]);
        Assert.Contains("Thank you", sim.Heard(call));
    }

    [Fact] // 5.3 5.5
    public async Task Gather_Timeout_StartsAfterThePromptAndFallsToTheNextVerb()
    {
        var (sim, call) = await CallAsync(
            $"<Gather numDigits=\"1\" action=\"/menu\"><Say>{new string('a', 140)}</Say></Gather><Say>No input</Say>");
        await using var _ = sim;

        await sim.AdvanceAsync(14.9);
        var before = sim.Heard(call).Count();
        await sim.AdvanceAsync(0.2);

        Assert.Equal(1, before);
        Assert.Contains("No input", sim.Heard(call));
        Assert.Empty(sim.App.To("/menu"));
    }

    [Fact] // 5.5
    public async Task Gather_WithActionOnEmptyResult_AsksTheActionAnyway()
    {
        var (sim, _) = await CallAsync("<Gather timeout=\"2\" actionOnEmptyResult=\"true\" action=\"/menu\"/>");
        await using var __ = sim;

        await sim.AdvanceAsync(3);

        Assert.True(string.IsNullOrEmpty(Assert.Single(sim.App.To("/menu"))["Digits"]));
    }

    [Fact] // 5.4
    public async Task Gather_FinishKey_EndsItAndIsStripped()
    {
        var (sim, call) = await CallAsync("<Gather action=\"/menu\"/>");
        await using var _ = sim;

        await sim.PressAsync(call, "123#9");

        Assert.Equal("123", Assert.Single(sim.App.To("/menu"))["Digits"]);
    }

    [Fact] // 5.4
    public async Task Gather_PauseBetweenKeys_EndsIt()
    {
        var (sim, call) = await CallAsync("<Gather action=\"/menu\" timeout=\"3\" finishOnKey=\"\"/>");
        await using var _ = sim;

        await sim.PressAsync(call, "1#");
        await sim.AdvanceAsync(2.5);
        Assert.Empty(sim.App.To("/menu"));
        await sim.AdvanceAsync(1);

        Assert.Equal("1#", Assert.Single(sim.App.To("/menu"))["Digits"]);
    }

    [Theory] // 5.4: unsettled, both settings
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Gather_FinishKeyAlone_SendsEmptyDigitsOnlyWhereTheSwitchSaysSo(bool sends, int requests)
    {
        var (sim, call) = await CallAsync("<Gather action=\"/menu\"/>", o => o.Unsettled.FinishKeyAloneSendsEmptyDigits = sends);
        await using var _ = sim;

        await sim.PressAsync(call, "#");

        Assert.Equal(requests, sim.App.To("/menu").Count(r => r["Digits"] == ""));
    }

    [Fact] // 5.6
    public async Task Gather_WithoutAction_AsksForTheSameDocumentAndTheThirdTimeIsALoop()
    {
        var (sim, call) = await CallAsync("<Gather numDigits=\"1\" timeout=\"60\"/>");
        await using var _ = sim;

        await sim.PressAsync(call, "1");
        await sim.PressAsync(call, "1");
        Assert.Empty(sim.Violations);
        await sim.PressAsync(call, "1");

        Assert.Equal(4, sim.App.To(Incoming).Count);
        Assert.Equal(["5.6"], sim.Violations);
    }

    [Fact] // 5.7 5.8
    public async Task Gather_SpeechFirst_SendsOnlySpeechPunctuatedAndPostcodesMisheard()
    {
        var (sim, call) = await CallAsync(
            "<Gather input=\"dtmf speech\" speechTimeout=\"2\" language=\"en-GB\" action=\"/menu\"/>");
        await using var _ = sim;

        await sim.SayAsync(call, "i live near LS6");
        await sim.PressAsync(call, "1");
        await sim.AdvanceAsync(3);

        var request = Assert.Single(sim.App.To("/menu"));
        Assert.StartsWith("I live near ", request["SpeechResult"], StringComparison.Ordinal);
        Assert.EndsWith(".", request["SpeechResult"], StringComparison.Ordinal);
        Assert.DoesNotContain("LS6", request["SpeechResult"], StringComparison.Ordinal);
        Assert.False(request.Has("Digits"));
    }

    [Fact] // 5.8
    public async Task Gather_AutoSpeechTimeoutWithTheDefaultModel_Warns()
    {
        var (sim, _) = await CallAsync("<Gather input=\"speech\" speechTimeout=\"auto\" action=\"/menu\"/>");
        await using var __ = sim;

        Assert.Equal(["13335"], sim.Violations);
    }

    [Fact] // 5.9
    public async Task Gather_PartialResults_MayComeAfterTheAction()
    {
        var (sim, call) = await CallAsync(
            "<Gather input=\"speech\" speechTimeout=\"1\" action=\"/menu\" partialResultCallback=\"/partial\"/>",
            o => o.Chaos.CallbackDelayMin = o.Chaos.CallbackDelayMax = TimeSpan.FromSeconds(3));
        await using var _ = sim;

        await sim.SayAsync(call, "yes please");
        await sim.AdvanceAsync(2);
        Assert.Single(sim.App.To("/menu"));
        await sim.AdvanceAsync(2);

        Assert.Equal("yes please", Assert.Single(sim.App.To("/partial"))["UnstableSpeechResult"]);
    }

    [Theory] // 5.10: unsettled, both settings
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Gather_HangUp_AsksTheActionOnlyWhereTheSwitchSaysSo(bool asks, int requests)
    {
        var (sim, call) = await CallAsync("<Gather action=\"/menu\"/>", o => o.Unsettled.GatherActionOnHangup = asks);
        await using var _ = sim;

        await sim.HangUpAsync(call);
        await sim.AdvanceAsync(1);

        Assert.Equal(requests, sim.App.To("/menu").Count);
        Assert.Equal("completed", Assert.Single(sim.App.To("/twilio/voice/status"))["CallStatus"]);
    }

    [Theory] // 5.11: unsettled, both settings
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task KeysOutsideGather_AreKeptOnlyWhereTheSwitchSaysSo(bool kept, int requests)
    {
        var (sim, call) = await CallAsync(
            $"<Say>{new string('a', 140)}</Say><Gather numDigits=\"1\" action=\"/menu\"/>", o => o.Unsettled.BufferKeys = kept);
        await using var _ = sim;

        await sim.PressAsync(call, "5");
        await sim.AdvanceAsync(10.5);

        Assert.Equal(requests, sim.App.To("/menu").Count);
    }
}
