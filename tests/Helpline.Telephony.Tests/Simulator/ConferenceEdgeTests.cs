using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 6: the rarer ways of a conference, and section 2's callbacks about one.</summary>
public class ConferenceEdgeTests
{
    private const string Incoming = "/twilio/voice/incoming";

    private static (string, string)[] Adviser(params (string, string)[] more) =>
    [
        ("From", SimulatedPhoneWorld.OurNumber), ("To", "client:adv_17"), ("Beep", "false"),
        ("ConferenceStatusCallback", SimulatedPhoneWorld.Site + "/conf"), ("ConferenceStatusCallbackEvent", "start end join leave"),
        .. more,
    ];

    private static string Room(string attributes) =>
        $"<Dial action=\"/post\"><Conference beep=\"false\" endConferenceOnExit=\"true\" {attributes}>c-1</Conference></Dial>";

    private static async Task<(SimulatedPhoneWorld Sim, SimulatedCall Caller)> TogetherAsync(
        string attributes, params (string, string)[] adviser)
    {
        var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, Room(attributes)).Twiml("/post", "<Hangup/>");
        await sim.PostAsync("/Conferences/c-1/Participants.json", Adviser([("Label", "adv-1"), .. adviser]));
        await sim.AdvanceAsync(3);
        var caller = await sim.RingInAsync();
        await sim.AdvanceAsync(1);
        return (sim, caller);
    }

    [Fact] // 6.2
    public async Task SecondParticipant_ChangesNeitherCallbackNorEventsNorRegion()
    {
        var (sim, caller) = await TogetherAsync(
            "statusCallback=\"/other\" statusCallbackEvent=\"join leave\" region=\"us1\"", ("Region", "ie1"));
        await using var _ = sim;

        await sim.HangUpAsync(caller);

        Assert.Empty(sim.App.To("/other"));
        Assert.Equal("conference-end", sim.App.To("/conf")[^1]["StatusCallbackEvent"]);
        Assert.Equal("ie1", Assert.Single(sim.World.Conferences.All).Region);
    }

    [Fact] // 6.4
    public async Task WaitDocument_ThatIsNotThere_StopsTheJoin()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, Room("waitUrl=\"/gone\"")).Reply("/gone", 404).Twiml("/twilio/voice/fallback", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal("11200", Assert.Single(sim.App.To("/twilio/voice/fallback"))["ErrorCode"]);
        Assert.All(sim.World.Conferences.All, r => Assert.Empty(r.Participants));
    }

    [Fact] // 6.4
    public async Task WaitDocument_OfALegPlacedByUs_ThatIsNotThere_EndsTheLeg()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Reply("/gone", 404);

        await sim.PostAsync("/Conferences/c-1/Participants.json", Adviser(("Label", "adv-1"), ("WaitUrl", SimulatedPhoneWorld.Site + "/gone")));
        await sim.AdvanceAsync(3);

        Assert.True(Assert.Single(sim.World.Calls.All).IsOver);
        Assert.Equal("11200", Assert.Single(sim.World.Report.Violations).Rule);
    }

    [Theory] // 6.8
    [InlineData("a/b")]
    [InlineData("129")]
    public async Task Label_ThatIsNoLabel_IsRefused(string label)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();

        var (status, body) = await sim.PostAsync(
            "/Conferences/c-1/Participants.json", Adviser(("Label", label == "129" ? new string('a', 129) : label)));

        Assert.Equal((400, 16026), (status, body.GetProperty("code").GetInt32()));
        Assert.Empty(sim.World.Calls.All);
    }

    [Fact] // 6.9
    public async Task Coach_OfSomebodyElsewhere_FailsTheDial()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, Room("coach=\"CA00000000000000000000000000000001\"")).Twiml("/post", "<Hangup/>");

        await sim.RingInAsync();

        Assert.Equal("failed", Assert.Single(sim.App.To("/post"))["DialCallStatus"]);
        Assert.Equal(["13240"], sim.Violations);
    }

    [Fact] // 6.19
    public async Task Recording_OfAConference_HasOneChannel()
    {
        var (sim, caller) = await TogetherAsync("", ("ConferenceRecord", "record-from-start"));
        await using var _ = sim;
        await sim.AdvanceAsync(10);
        await sim.HangUpAsync(caller);
        await sim.AdvanceAsync(2);

        var room = Assert.Single(sim.World.Conferences.All);
        var (_, body) = await sim.GetAsync($"/Conferences/{room.Sid}/Recordings.json");
        var recording = body.GetProperty("recordings")[0];
        Assert.Equal(1, recording.GetProperty("channels").GetInt32());
        Assert.Equal("11", recording.GetProperty("duration").GetString());
        Assert.Equal("completed", recording.GetProperty("status").GetString());
    }

    [Theory] // 2.14: nothing is executed, and only the URL's own policy repeats it
    [InlineData("/conf", 4)]
    [InlineData("/conf#rc=1&rp=5xx", 8)]
    public async Task ConferenceCallback_AnsweredWithAnError_IsNotedAndRepeatedOnlyWhereTheUrlSaysSo(string callback, int requests)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, Room("")).Twiml("/post", "<Hangup/>").Reply("/conf", 500, "text/xml", "<Response><Say>no</Say></Response>");
        (string, string)[] fields = [.. Adviser(("Label", "adv-1")).Where(f => f.Item1 != "ConferenceStatusCallback"), ("ConferenceStatusCallback", SimulatedPhoneWorld.Site + callback)];
        await sim.PostAsync("/Conferences/c-1/Participants.json", fields);
        await sim.AdvanceAsync(3);
        var caller = await sim.RingInAsync();
        await sim.AdvanceAsync(1);
        await sim.PostAsync($"/Conferences/{sim.World.Conferences.All[0].Sid}/Participants/{caller.Sid}.json", ("EndConferenceOnExit", "false"));
        await sim.HangUpAsync(caller);
        await sim.AdvanceAsync(10);

        Assert.Equal(requests, sim.App.To("/conf").Count);
        Assert.Equal(4, sim.World.Report.Warnings.Count(w => w.Rule == "16011"));
        Assert.DoesNotContain("no", sim.Heard(caller));
        Assert.Empty(sim.Violations);
    }
}
