namespace Helpline.Telephony.Tests.Simulator;

/// <summary>The fields each webhook carries by the contract.</summary>
public class FieldSetTests
{
    private const string Incoming = "/twilio/voice/incoming";
    private const string Always = "CallSid AccountSid From To CallStatus ApiVersion Direction";
    private const string Room = "ConferenceSid FriendlyName AccountSid SequenceNumber Timestamp StatusCallbackEvent";
    private const string InRoom = Room + " CallSid ParticipantLabel Muted Hold Coaching EndConferenceOnExit StartConferenceOnEnter";

    [Fact] // 2.2 5.18 5.22 8.3
    public async Task WaitActionAndEnd_OfAQueuedCaller_CarryTheirFields()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Enqueue action=\"/q\" waitUrl=\"/w\">q-main</Enqueue>").Twiml("/w", "<Pause length=\"10\"/>").Twiml("/q", "");

        var call = await sim.RingInAsync();
        await sim.AdvanceAsync(1);
        await sim.HangUpAsync(call);

        Carries(sim, Incoming, Always + " Caller Called FromCity FromState FromZip FromCountry ToCity ToState ToZip ToCountry");
        Carries(sim, "/w", Always + " QueueSid QueuePosition QueueTime AvgQueueTime CurrentQueueSize MaxQueueSize");
        Carries(sim, "/q", Always + " QueueResult QueueSid QueueTime");
        Carries(sim, "/twilio/voice/status", Always + " CallDuration");
    }

    [Fact] // 5.31 6.14 6.15 8.2 11.3
    public async Task RoomLegAndRecording_CarryTheirFields()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(
                Incoming,
                "<Dial action=\"/post\"><Conference beep=\"false\" participantLabel=\"caller\" endConferenceOnExit=\"true\">c-1</Conference></Dial>")
            .Twiml("/post", "<Hangup/>");
        await sim.PostAsync(
            "/Conferences/c-1/Participants.json",
            ("From", SimulatedPhoneWorld.OurNumber), ("To", "client:adv_17"), ("Label", "adv-1"), ("Beep", "false"),
            ("StatusCallback", SimulatedPhoneWorld.Site + "/leg"), ("ConferenceStatusCallback", SimulatedPhoneWorld.Site + "/conf"),
            ("ConferenceStatusCallbackEvent", "start end join leave"));
        await sim.AdvanceAsync(3);
        var caller = await sim.RingInAsync();
        await sim.PostAsync(
            $"/Calls/{caller.Sid}/Recordings.json",
            ("RecordingChannels", "dual"), ("RecordingStatusCallback", SimulatedPhoneWorld.Site + "/file"));
        await sim.AdvanceAsync(5);
        await sim.HangUpAsync(caller);
        await sim.AdvanceAsync(3);

        var events = sim.App.To("/conf").ToLookup(e => e["StatusCallbackEvent"]);
        Assert.All(events["participant-join"], e => Carries(e, InRoom));
        Assert.All(events["participant-leave"], e => Carries(e, InRoom + " ParticipantCallStatus ReasonParticipantLeft"));
        Assert.All(events["conference-end"], e => Carries(e, Room + " CallSidEndingConference ReasonConferenceEnded Reason"));
        Assert.Equal([1, 2, 2, 1], ((string[])["conference-start", "participant-join", "participant-leave", "conference-end"]).Select(n => events[n].Count()));
        Carries(sim, "/leg", Always + " CallbackSource SequenceNumber Timestamp CallDuration Duration SipResponseCode");
        Carries(
            sim,
            "/file",
            "AccountSid CallSid RecordingSid RecordingUrl RecordingStatus RecordingDuration RecordingChannels RecordingSource RecordingStartTime");
        Assert.Equal("2", sim.App.To("/file")[0]["RecordingChannels"]);
    }

    private static void Carries(SimulatedPhoneWorld sim, string path, string names) => Carries(Assert.Single(sim.App.To(path)), names);

    private static void Carries(ReceivedWebhook request, string names) => Assert.Superset(names.Split(' ').ToHashSet(), request.Names.ToHashSet());
}
