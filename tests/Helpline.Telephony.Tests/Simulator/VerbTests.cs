using System.Buffers.Binary;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Sections 4 and 5: the rarer ways of a document and its verbs.</summary>
public class VerbTests
{
    private const string Incoming = "/twilio/voice/incoming";
    private const string Fallback = "/twilio/voice/fallback";

    private static async Task<SimulatedPhoneWorld> StartAsync(string verbs, Action<SimulatorOptions>? configure = null)
    {
        var sim = await SimulatedPhoneWorld.StartAsync(configure);
        sim.App.Twiml(Incoming, verbs).Twiml(Fallback, "<Hangup/>").Twiml("/after", "<Say>After</Say>").Twiml("/next", "<Hangup/>");
        sim.App.Reply("/media/tone.wav", 200, "audio/basic", new string('x', 160_000));
        return sim;
    }

    [Fact] // 4.1
    public async Task Reply_OfSound_IsPlayedAndTheCallEnds()
    {
        await using var sim = await StartAsync("", o => o.VoiceUrl = "/media/tone.wav");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(19);
        Assert.Equal(CallStatus.InProgress, call.Status);
        await sim.AdvanceAsync(2);

        Assert.Equal(CallStatus.Completed, call.Status);
        Assert.Contains(call.Transcript.Lines, l => l.Text == "plays /media/tone.wav");
    }

    [Fact] // 4.2
    public async Task Reply_ChunkedAndEmpty_Fails()
    {
        await using var sim = await StartAsync("");
        sim.App.Page(Incoming, (_, http) =>
        {
            http.Response.Headers.TransferEncoding = "chunked";
            http.Response.ContentType = "text/xml";
            return Task.CompletedTask;
        });

        await sim.RingInAsync();

        Assert.Equal("11770", Assert.Single(sim.App.To(Fallback))["ErrorCode"]);
    }

    [Fact] // 4.5
    public async Task Verb_NestedWhereItMayNotBe_IsSkippedAndFailsAStrictRun()
    {
        await using var sim = await StartAsync("<Gather timeout=\"1\"><Hangup/></Gather><Say>Still here</Say>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(2);

        Assert.Equal(["Still here"], sim.Heard(call));
        Assert.Equal(["12200"], sim.Violations);
    }

    [Theory] // 4.9
    [InlineData("<Say>x</Say>")]
    [InlineData("<Play>/media/tone.wav</Play>")]
    [InlineData("<Gather timeout=\"1\"/>")]
    [InlineData("<Enqueue>q-main</Enqueue>")]
    [InlineData("<Dial><Conference beep=\"false\">c-1</Conference></Dial>")]
    [InlineData("<Record action=\"/after\"/>")]
    [InlineData("<Redirect>/next</Redirect>")]
    [InlineData("<Hangup/>")]
    public async Task AnyVerbButRejectAndPause_AnswersTheCall(string verb)
    {
        await using var sim = await StartAsync(verb);

        Assert.NotNull((await sim.RingInAsync()).Answered);
    }

    [Fact] // 5.2
    public async Task Play_LongerThanFortyMinutes_DropsTheCall()
    {
        await using var sim = await StartAsync("<Play>/media/long.wav</Play><Say>done</Say>");
        var wave = new byte[2_500_000];
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), 1000);
        sim.App.Page("/media/long.wav", (_, http) =>
        {
            http.Response.ContentType = "audio/wav";
            return http.Response.Body.WriteAsync(wave).AsTask();
        });

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(2399);
        Assert.False(call.IsOver);
        await sim.AdvanceAsync(2);

        Assert.True(call.IsOver);
        Assert.Empty(sim.Heard(call));
        Assert.Equal(["5.2"], sim.Violations);
    }

    [Fact] // 5.8
    public async Task Gather_SpeechWithoutEnd_IsCutAtAMinute()
    {
        await using var sim = await StartAsync("<Gather input=\"speech\" speechTimeout=\"5\" action=\"/after\"/>");
        var call = await sim.RingInAsync();

        for (var said = 0; said < 15; said++)
        {
            Assert.Empty(sim.App.To("/after"));
            await sim.SayAsync(call, "and");
            await sim.AdvanceAsync(4);
        }

        Assert.StartsWith("And and and", Assert.Single(sim.App.To("/after"))["SpeechResult"], StringComparison.Ordinal);
    }

    [Theory] // 5.10
    [InlineData("<Say>A long greeting that takes a while to say, longer than this caller has the patience for</Say>")]
    [InlineData("<Play>/media/tone.wav</Play>")]
    [InlineData("<Say>x</Say><Pause length=\"60\"/>")]
    public async Task HangUp_WhileListening_AsksNothingMore(string verb)
    {
        await using var sim = await StartAsync(verb + "<Redirect>/after</Redirect>");
        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(1);

        await sim.HangUpAsync(call);
        await sim.AdvanceAsync(90);

        Assert.Equal([Incoming, "/twilio/voice/status"], sim.App.Received.Select(r => r.Path).Where(p => !p.StartsWith("/media", StringComparison.Ordinal)));
        Assert.Equal("completed", sim.App.Received[^1]["CallStatus"]);
    }

    [Fact] // 5.12
    public async Task Record_LongerThanItMay_EndsAtItsLimit()
    {
        await using var sim = await StartAsync("<Record action=\"/after\" maxLength=\"5\" timeout=\"30\"/>");
        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(1);

        await sim.SayAsync(call, new string('a', 280));
        await sim.AdvanceAsync(6);

        Assert.Equal("5", Assert.Single(sim.App.To("/after"))["RecordingDuration"]);
    }

    [Theory] // 5.12
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task Record_BeepsUnlessToldNotTo(string beep, int beeps)
    {
        await using var sim = await StartAsync($"<Record action=\"/after\" playBeep=\"{beep}\"/>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(1);

        Assert.Equal(beeps, call.Transcript.Lines.Count(l => l.Text == "beep"));
    }
}
