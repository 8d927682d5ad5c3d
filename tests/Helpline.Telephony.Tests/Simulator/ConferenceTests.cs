using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.FarEnds;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 6: conferences.</summary>
public class ConferenceTests
{
    private const string Incoming = "/twilio/voice/incoming";

    private static async Task<SimulatedPhoneWorld> StartAsync(
        Action<Helpline.Telephony.Simulator.SimulatorOptions>? configure = null, string attributes = "endConferenceOnExit=\"true\"")
    {
        var sim = await SimulatedPhoneWorld.StartAsync(configure);
        sim.App.Twiml(
                Incoming,
                $"<Dial action=\"/post\"><Conference beep=\"false\" participantLabel=\"caller\" waitUrl=\"\" {attributes}>c-1</Conference></Dial>")
            .Twiml("/post", "<Say>Goodbye</Say>")
            .Twiml("/hold", "<Say>Please hold</Say>");
        return sim;
    }

    private static (string, string)[] Participant(string to, string label, params (string, string)[] more) =>
    [
        ("From", SimulatedPhoneWorld.OurNumber), ("To", to), ("Label", label), ("Beep", "false"), ("Timeout", "10"),
        ("StatusCallback", SimulatedPhoneWorld.Site + "/leg"),
        ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"),
        ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"),
        ("ConferenceStatusCallback", SimulatedPhoneWorld.Site + "/conf"),
        ("ConferenceStatusCallbackEvent", "start end join leave mute hold modify"),
        .. more,
    ];

    private static async Task<(SimulatedPhoneWorld Sim, SimulatedCall Caller, SimulatedCall Adviser, ConferenceRoom Room)> ConnectedAsync(
        Action<Helpline.Telephony.Simulator.SimulatorOptions>? configure = null)
    {
        var sim = await StartAsync(configure);
        var (_, body) = await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:adv_17?offer=7", "adv-7"));
        await sim.AdvanceAsync(3);
        var caller = await sim.RingInAsync();
        await sim.AdvanceAsync(1);
        var room = sim.World.Conferences.All[0];
        return (sim, caller, sim.World.Calls.Find(body.GetProperty("call_sid").GetString())!, room);
    }

    private static string[] Events(SimulatedPhoneWorld sim) => [.. sim.App.To("/conf").Select(e => e["StatusCallbackEvent"]!)];

    [Fact] // 6.1 6.2 6.15 7.15
    public async Task Room_StartsWithTheSecondParticipant_AndReportsInOrderOfSequence()
    {
        var (sim, caller, adviser, room) = await ConnectedAsync();
        await using var _ = sim;

        Assert.Equal(ConferenceStatus.InProgress, room.Status);
        Assert.Equal(["participant-join", "participant-join", "conference-start"], Events(sim));
        Assert.Equal(["1", "2", "3"], sim.App.To("/conf").Select(e => e["SequenceNumber"]));
        Assert.All(sim.App.To("/conf"), e => Assert.Equal(room.Sid, e["ConferenceSid"]));
        Assert.Equal("adv-7", sim.App.To("/conf")[0]["ParticipantLabel"]);
        Assert.Equal("caller", sim.App.To("/conf")[1]["ParticipantLabel"]);
        Assert.Equal("7", adviser.ClientParameters["offer"]);
        Assert.Equal("client:adv_17", adviser.To);
        Assert.Equal(CallStatus.InProgress, caller.Status);
        Assert.Empty(sim.Violations);
    }

    [Fact] // 6.1: alone is not started
    public async Task Room_WithOneParticipant_StaysInit()
    {
        await using var sim = await StartAsync();

        await sim.RingInAsync();
        await sim.AdvanceAsync(60);

        Assert.Equal(ConferenceStatus.Init, Assert.Single(sim.World.Conferences.All).Status);
    }

    [Fact] // 6.3
    public async Task Beep_LeftOn_FailsAStrictRun()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Dial><Conference>c-1</Conference></Dial>");

        await sim.RingInAsync();

        Assert.Equal(["6.3"], sim.Violations);
    }

    [Fact] // 6.4
    public async Task WaitDocument_PlaysOnceBeforeTheStartOnly()
    {
        await using var sim = await StartAsync(attributes: "");
        sim.App.Twiml(Incoming, "<Dial><Conference beep=\"false\" waitUrl=\"/hold\">c-1</Conference></Dial>");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(30);

        Assert.Single(sim.App.To("/hold"));
        Assert.Equal(["Please hold"], sim.Heard(call));
    }

    [Fact] // 6.4
    public async Task WaitDocument_WithGather_StopsTheJoin()
    {
        await using var sim = await StartAsync();
        sim.App.Twiml(Incoming, "<Dial action=\"/post\"><Conference beep=\"false\" waitUrl=\"/bad\">c-1</Conference></Dial>")
            .Twiml("/bad", "<Gather/>");

        await sim.RingInAsync();

        Assert.Equal("failed", Assert.Single(sim.App.To("/post"))["DialCallStatus"]);
        Assert.Equal(["13238"], sim.Violations);
    }

    [Fact] // 6.5 5.31
    public async Task CallerHangsUp_WithEndOnExit_EndsTheRoomForAll()
    {
        var (sim, caller, adviser, room) = await ConnectedAsync();
        await using var _ = sim;

        await sim.HangUpAsync(caller);
        await sim.AdvanceAsync(1);

        Assert.True(room.IsOver);
        Assert.True(adviser.IsOver);
        var left = sim.App.To("/conf").Where(e => e["StatusCallbackEvent"] == "participant-leave").ToList();
        Assert.Equal(["participant_hung_up", "moderator_ended_conference"], left.Select(e => e["ReasonParticipantLeft"]));
        var end = sim.App.To("/conf")[^1];
        Assert.Equal("conference-end", end["StatusCallbackEvent"]);
        Assert.Equal(caller.Sid, end["CallSidEndingConference"]);
        Assert.Empty(sim.Violations);
    }

    [Fact] // 6.6
    public async Task RedirectOfTheCaller_TakesThemOutAndEndsTheRoom()
    {
        var (sim, caller, adviser, room) = await ConnectedAsync();
        await using var _ = sim;
        sim.App.Twiml("/survey", "<Say>Were you satisfied?</Say>");

        await sim.PostAsync($"/Calls/{caller.Sid}.json", ("Url", SimulatedPhoneWorld.Site + "/survey"));
        await sim.AdvanceAsync(1);

        Assert.True(room.IsOver);
        Assert.True(adviser.IsOver);
        Assert.Contains("Were you satisfied?", sim.Heard(caller));
        Assert.Empty(sim.App.To("/post"));
        Assert.Contains(sim.App.To("/conf"), e => e["ReasonParticipantLeft"] == "participant_updated_via_api");
    }

    [Fact] // 6.7 15.3
    public async Task AdviserGone_LeavesTheRoomOpenAndTheCallerInSilence()
    {
        var (sim, caller, adviser, room) = await ConnectedAsync();
        await using var _ = sim;

        await sim.HangUpAsync(adviser);
        await sim.AdvanceAsync(4.5);
        Assert.Empty(sim.Violations);
        await sim.AdvanceAsync(1);

        Assert.False(room.IsOver);
        Assert.Equal(CallStatus.InProgress, caller.Status);
        Assert.Equal(["15.3"], sim.Violations);
    }

    [Fact] // 1.6 6.8
    public async Task Label_InUse_IsRefusedAndFreeAgainAfterwards()
    {
        var (sim, _, adviser, _) = await ConnectedAsync();
        await using var __ = sim;

        var (status, body) = await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:adv_18", "adv-7"));
        Assert.Equal((400, 16026), (status, body.GetProperty("code").GetInt32()));
        await sim.HangUpAsync(adviser);
        Assert.Equal(201, (await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:adv_18", "adv-7"))).Status);
    }

    [Fact] // 6.8
    public async Task Label_InUseInTwiml_FailsTheDial()
    {
        var (sim, _, _, _) = await ConnectedAsync();
        await using var __ = sim;

        await sim.RingInAsync("+447700900124");

        Assert.Equal("failed", sim.App.To("/post")[^1]["DialCallStatus"]);
        Assert.Contains("16025", sim.Violations);
    }

    [Fact] // 6.9 6.10
    public async Task Coach_IsHeardByTheirAdviserOnly()
    {
        var (sim, caller, adviser, room) = await ConnectedAsync();
        await using var _ = sim;
        await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:sup_1", "sup-1", ("Muted", "true")));
        await sim.AdvanceAsync(3);
        var (c, a, s) = (room.Find("caller")!, room.Find("adv-7")!, room.Find("sup-1")!);
        Assert.False(room.Hears(c, s));
        Assert.True(room.Hears(s, c));

        var path = $"/Conferences/{room.Sid}/Participants/sup-1.json";
        Assert.Equal(20001, (await sim.PostAsync(path, ("Coaching", "true"))).Body.GetProperty("code").GetInt32());
        var stranger = await sim.PostAsync(path, ("Coaching", "true"), ("CallSidToCoach", "CA00000000000000000000000000000000"));
        Assert.Equal(16028, stranger.Body.GetProperty("code").GetInt32());
        await sim.PostAsync(path, ("Coaching", "true"), ("CallSidToCoach", adviser.Sid), ("Muted", "false"));
        Assert.True(room.Hears(a, s));
        Assert.False(room.Hears(c, s));

        await sim.SayAsync(s.Call, "ask about the plan");
        Assert.DoesNotContain(caller.Transcript.Lines, l => l.Text == "ask about the plan");
        Assert.Contains(adviser.Transcript.Lines, l => l.Text == "ask about the plan");
        await sim.PostAsync($"/Conferences/{room.Sid}/Participants/adv-7.json", ("Hold", "true"));
        var held = await sim.PostAsync(path, ("Coaching", "true"), ("CallSidToCoach", adviser.Sid));
        Assert.Equal(16027, held.Body.GetProperty("code").GetInt32());
    }

    [Fact] // 6.10 6.11 15.4
    public async Task Hold_CutsTheCallerOffBothWaysAndPlaysItsDocumentByGet()
    {
        var (sim, caller, _, room) = await ConnectedAsync();
        await using var __ = sim;
        var (c, a) = (room.Find("caller")!, room.Find("adv-7")!);
        var path = $"/Conferences/{room.Sid}/Participants/{caller.Sid}.json";

        var (status, body) = await sim.PostAsync(path, ("Hold", "true"), ("HoldUrl", SimulatedPhoneWorld.Site + "/hold"));
        await sim.AdvanceAsync(1);

        Assert.Equal(200, status);
        Assert.True(body.GetProperty("hold").GetBoolean());
        Assert.False(room.Hears(c, a) || room.Hears(a, c));
        Assert.Equal("GET", sim.App.To("/hold")[0].Method);
        Assert.Contains("Please hold", sim.Heard(caller));
        await sim.PostAsync(path, ("Hold", "false"));
        Assert.True(room.Hears(c, a) && room.Hears(a, c));
        Assert.Equal(["participant-hold", "participant-unhold"], Events(sim)[3..]);
    }

    [Fact] // 6.10: the reply comes before the audio changes
    public async Task Hold_WithLag_TakesEffectAfterTheReply()
    {
        var (sim, caller, _, room) = await ConnectedAsync(o => o.Chaos.ParticipantUpdateLagMax = TimeSpan.FromSeconds(1));
        await using var __ = sim;

        await sim.PostAsync($"/Conferences/{room.Sid}/Participants/{caller.Sid}.json", ("Hold", "true"));
        var before = room.Find("caller")!.Hold;
        await sim.AdvanceAsync(1);

        Assert.False(before);
        Assert.True(room.Find("caller")!.Hold);
    }

    [Theory] // 6.12
    [InlineData("true", true)]
    [InlineData("yes", false)]
    [InlineData("1", false)]
    public async Task Muted_IsTrueOnlyForTrue(string value, bool muted)
    {
        var (sim, caller, _, room) = await ConnectedAsync();
        await using var __ = sim;

        await sim.PostAsync($"/Conferences/{room.Sid}/Participants/{caller.Sid}.json", ("Muted", value));

        Assert.Equal(muted, room.Find("caller")!.Muted);
    }

    [Fact] // 6.13
    public async Task Keys_InAConference_ReachNobody()
    {
        var (sim, caller, _, _) = await ConnectedAsync();
        await using var __ = sim;
        var before = sim.App.Received.Count;

        await sim.PressAsync(caller, "1");

        Assert.Equal(before, sim.App.Received.Count);
        Assert.Contains(caller.Transcript.Lines, l => l.Text == "presses 1 (nothing listens)");
    }

    [Fact] // 6.14
    public async Task Events_OnABadDay_AreReorderedAndRepeatedButNumbered()
    {
        var (sim, caller, _, _) = await ConnectedAsync(o =>
        {
            o.Chaos.CallbackDelayMax = TimeSpan.FromSeconds(5);
            o.Chaos.CallbackDuplicateRate = 1;
        });
        await using var __ = sim;
        await sim.HangUpAsync(caller);
        await sim.AdvanceAsync(10);

        var sequence = sim.App.To("/conf").Select(e => int.Parse(e["SequenceNumber"]!, null)).ToList();
        Assert.Equal(12, sequence.Count);
        Assert.Equal([1, 2, 3, 4, 5, 6], sequence.Distinct().Order());
        Assert.NotEqual(sequence.Order(), sequence);
    }

    [Fact] // 6.16 5.27 7.13 8.1 8.2
    public async Task Adviser_WhoNeverAnswers_RingsTimeoutPlusFiveAndIsReportedTwice()
    {
        await using var sim = await StartAsync();
        sim.World.FarEnds.Set("client:adv_17", ScriptedLeg.Ignores);

        var (_, body) = await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:adv_17", "adv-7"));
        await sim.AdvanceAsync(14.9);
        Assert.Equal(["initiated", "ringing"], sim.App.To("/leg").Select(e => e["CallStatus"]));
        await sim.AdvanceAsync(0.5);

        var last = sim.App.To("/leg")[^1];
        Assert.Equal("no-answer", last["CallStatus"]);
        Assert.Equal("487", last["SipResponseCode"]);
        Assert.Equal("participant_add_failed", sim.App.To("/conf")[0]["ReasonParticipantLeft"]);
        Assert.Equal("no-answer", sim.App.To("/conf")[0]["ParticipantCallStatus"]);
        Assert.True(sim.World.Conferences.Find(body.GetProperty("conference_sid").GetString()!)!.IsOver);
    }

    [Fact] // 6.17 1.6
    public async Task CompletedRoom_IsEmptyRefusesUpdatesAndItsNameIsFree()
    {
        var (sim, caller, _, room) = await ConnectedAsync();
        await using var __ = sim;
        await sim.HangUpAsync(caller);

        Assert.Equal(0, (await sim.GetAsync($"/Conferences/{room.Sid}/Participants.json")).Body.GetProperty("participants").GetArrayLength());
        var (status, body) = await sim.PostAsync($"/Conferences/{room.Sid}.json", ("Status", "completed"));
        Assert.Equal((404, 16022), (status, body.GetProperty("code").GetInt32()));
        var (_, again) = await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:adv_18", "adv-8"));
        Assert.NotEqual(room.Sid, again.GetProperty("conference_sid").GetString());
    }

    [Fact] // 6.18
    public async Task Room_AtItsLimit_IsFull()
    {
        var (sim, _, _, _) = await ConnectedAsync();
        await using var __ = sim;

        var (status, body) = await sim.PostAsync(
            "/Conferences/c-1/Participants.json", Participant("client:adv_18", "adv-8", ("MaxParticipants", "2")));

        Assert.Equal((400, 16020), (status, body.GetProperty("code").GetInt32()));
    }

    [Fact] // 6.20
    public async Task Delete_OfAnAdviser_EndsTheirLegOnly()
    {
        var (sim, caller, adviser, room) = await ConnectedAsync();
        await using var __ = sim;

        Assert.Equal(204, await sim.DeleteAsync($"/Conferences/{room.Sid}/Participants/adv-7.json"));
        await sim.AdvanceAsync(1);

        Assert.True(adviser.IsOver);
        Assert.False(caller.IsOver);
        Assert.Equal("participant_updated_via_api", sim.App.To("/conf")[^1]["ReasonParticipantLeft"]);
        var (status, _) = await sim.PostAsync($"/Conferences/{room.Sid}/Participants/caller.json", ("Status", "completed"));
        Assert.Equal(200, status);
        Assert.False(caller.IsOver);
        Assert.Equal(["7.5"], sim.Violations);
    }

    [Fact] // 9.8: a browser that dies is noticed late
    public async Task BrowserCrash_IsNoticedOnlyAfterHalfAMinute()
    {
        await using var sim = await StartAsync();
        sim.World.FarEnds.Set("client:adv_17", new ScriptedLeg { CrashesAfter = TimeSpan.FromSeconds(20) });
        await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:adv_17", "adv-7"));
        await sim.AdvanceAsync(3);
        await sim.RingInAsync();
        await sim.AdvanceAsync(40);
        var early = Events(sim).Contains("participant-leave");
        await sim.AdvanceAsync(12);

        Assert.False(early);
        Assert.Contains("participant-leave", Events(sim));
    }

    [Fact] // 15.2
    public async Task OneAdviser_LiveInTwoRooms_FailsTheRun()
    {
        var (sim, _, adviser, _) = await ConnectedAsync();
        await using var __ = sim;
        sim.App.Twiml(Incoming, "<Dial><Conference beep=\"false\" waitUrl=\"\">c-2</Conference></Dial>");
        await sim.RingInAsync("+447700900124");
        sim.App.Twiml("/second", "<Dial><Conference beep=\"false\" waitUrl=\"\">c-2</Conference></Dial>");
        var second = await sim.World.Loop.RunAsync(() => sim.World.Calls.Add(new SimulatedCall(sim.World)
        {
            From = SimulatedPhoneWorld.OurNumber,
            To = adviser.To,
            Direction = CallDirection.OutboundApi,
        }));
        sim.World.Background(() => new CallRunner(sim.World, second).RunAsync(
            new CallStep.Fetch(DocumentSource.At(SimulatedPhoneWorld.Site + "/second", "POST"))));
        await sim.AdvanceAsync(1);

        Assert.Contains("15.2", sim.Violations);
    }

    [Theory] // 15.6
    [InlineData("c-447700900123")]
    [InlineData("parent@example.org")]
    public async Task PersonalData_InARoomName_FailsTheRun(string name)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, $"<Dial><Conference beep=\"false\" waitUrl=\"\">{name}</Conference></Dial>");

        await sim.RingInAsync();

        Assert.Equal(["15.6"], sim.Violations);
    }
}
