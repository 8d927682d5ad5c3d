namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 4: what the service makes of a reply.</summary>
public class TwimlIntakeTests
{
    private const string Incoming = "/twilio/voice/incoming";

    [Theory] // 4.1 4.2 4.3
    [InlineData("application/json", "{}", "12300")]
    [InlineData(null, "<Response/>", "12300")]
    [InlineData("text/xml", "<Response><Say>unclosed</Response>", "12100")]
    [InlineData("text/xml", "\uFEFF<Response/>", "12100")]
    [InlineData("text/xml", " <?xml version=\"1.0\"?><Response/>", "12100")]
    [InlineData("text/xml", "<Answer/>", "12100")]
    public async Task Reply_ThatIsNotTwiml_GoesToTheFallbackWithItsCode(string? type, string body, string code)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Reply(Incoming, 200, type, body).Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal(code, Assert.Single(sim.App.To("/twilio/voice/fallback"))["ErrorCode"]);
    }

    [Fact] // 4.2
    public async Task Reply_Over64Kilobytes_Fails()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, $"<!--{new string('x', 65_536)}-->").Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal("11750", Assert.Single(sim.App.To("/twilio/voice/fallback"))["ErrorCode"]);
    }

    [Fact] // 4.1
    public async Task PlainText_IsReadAloud()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Reply(Incoming, 200, "text/plain", "An unhandled error has occurred");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(5);

        Assert.Equal(["An unhandled error has occurred"], sim.Heard(call));
    }

    [Theory] // 4.4
    [InlineData("<Gather numDigit=\"1\" timeout=\"1\"/>")]
    [InlineData("<Pause Length=\"1\"/>")]
    [InlineData("<Gather input=\"keys\" timeout=\"1\"/>")]
    [InlineData("<Dial><Conference statusCallbackEvent=\"joined\" beep=\"false\">c</Conference></Dial>")]
    public async Task WrongAttribute_IsIgnoredWithAWarningThatStrictModeFails(string verb)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        await using var lenient = await SimulatedPhoneWorld.StartAsync(o => o.Strict = false);
        foreach (var world in (SimulatedPhoneWorld[])[sim, lenient])
        {
            world.App.Twiml(Incoming, verb);
            await world.RingInAsync();
        }

        Assert.Equal(["12200"], sim.Violations);
        Assert.Empty(lenient.Violations);
        Assert.Equal("12200", Assert.Single(lenient.World.Report.Warnings).Rule);
    }

    [Fact] // 4.5
    public async Task UnknownVerb_IsSkippedAndFailsAStrictRun()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Speak>no</Speak><Say>yes</Say>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(3);

        Assert.Equal(["yes"], sim.Heard(call));
        Assert.Equal(["12200"], sim.Violations);
    }

    [Fact] // 4.6
    public async Task RelativeUrl_ResolvesAgainstTheDocumentItIsIn()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Redirect>/deep/down/first</Redirect>")
            .Twiml("/deep/down/first", "<Redirect>second?x=1#rc=1</Redirect>")
            .Twiml("/deep/down/second", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Single(sim.App.To("/deep/down/second"));
        Assert.Equal(0, sim.App.BadSignatures);
    }

    [Fact] // 4.7 4.9
    public async Task EndOfDocument_HangsUp()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Say>Fourteen char</Say>");

        var call = await sim.RingInAsync();
        var during = call.Status;
        await sim.AdvanceAsync(2);

        Assert.Equal("InProgress", during.ToString());
        Assert.Equal("Completed", call.Status.ToString());
    }

    [Theory] // 4.8
    [InlineData("<Reject/>", "NoAnswer")]
    [InlineData("<Reject reason=\"busy\"/>", "Busy")]
    public async Task Reject_First_NeverAnswers(string verb, string status)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, verb);

        var call = await sim.RingInAsync();

        Assert.Equal(status, call.Status.ToString());
        Assert.Null(call.Answered);
    }

    [Fact] // 4.8
    public async Task Pause_First_DelaysTheAnswer()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Pause length=\"3\"/><Say>Hello</Say>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(2);
        var before = call.Status;
        await sim.AdvanceAsync(1);

        Assert.Equal("Ringing", before.ToString());
        Assert.Equal("InProgress", call.Status.ToString());
    }

    [Theory] // 4.8: unsettled, both settings
    [InlineData(true, "NoAnswer")]
    [InlineData(false, "Completed")]
    public async Task Pause_Alone_AnswersOnlyWhereTheSwitchSaysSo(bool never, string status)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.Unsettled.PauseOnlyNeverAnswers = never);
        sim.App.Twiml(Incoming, "<Pause length=\"3\"/>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(4);

        Assert.Equal(status, call.Status.ToString());
    }
}
