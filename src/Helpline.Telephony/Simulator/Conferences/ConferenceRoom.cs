using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.Conferences;

/// <summary>A conference: who is in it, who hears whom, and what it tells the app.</summary>
internal sealed partial class ConferenceRoom(SimulatorWorld world, string name, ParticipantSettings first)
{
    private readonly List<Participant> participants = [];
    private int sequence;

    public string Sid { get; } = world.NewSid("CF");

    public string Name => name;

    public string Region { get; } = first.Region ?? world.Regions.Home.Name;

    public ConferenceStatus Status { get; private set; } = ConferenceStatus.Init;

    public DateTimeOffset Created { get; } = world.Clock.GetUtcNow();

    public string? ReasonEnded { get; private set; }

    public string? CallSidEnding { get; private set; }

    /// <summary>Those in the room and those being rung for it.</summary>
    public IReadOnlyList<Participant> Participants => participants;

    public bool IsOver => Status == ConferenceStatus.Completed;

    public Participant? Find(string callSidOrLabel) =>
        participants.Find(p => p.Call.Sid == callSidOrLabel) ?? participants.Find(p => p.Label == callSidOrLabel);

    public bool LabelInUse(string? label) => label is not null && participants.Exists(p => p.Label == label);

    /// <summary>Reserves a place for a leg that is still being rung.</summary>
    public Participant Invite(SimulatedCall call, ParticipantSettings settings)
    {
        var now = world.Clock.GetUtcNow();
        var participant = new Participant(this, call, settings)
        {
            Created = now,
            Visible = now + world.Between(TimeSpan.Zero, world.Options.Chaos.ListLagMax),
        };
        participants.Add(participant);
        if (settings.Beep is "true" or "onEnter")
        {
            world.Report.Warning("6.3", call.Sid, "beep left on");
        }

        world.Invariants.CheckPrivate(call, settings.Label ?? "");
        return participant;
    }

    /// <summary>A leg enters; the room starts once two are in and one of them may start it.</summary>
    public void Enter(Participant participant)
    {
        participant.Joined = true;
        participant.Call.Transcript.Add("line", "joins the conference");
        Emit("participant-join", participant);
        var present = participants.Where(p => p.IsIn).ToList();
        if (Status == ConferenceStatus.Init && present.Count >= 2 && present.Exists(p => p.Settings.StartOnEnter))
        {
            Status = ConferenceStatus.InProgress;
            Emit("conference-start", participant);
            foreach (var other in present)
            {
                other.Call.Transcript.Add("line", "connected");
                other.ChangeScene();
            }

            if (first.RecordFromStart)
            {
                world.Recordings.StartRoom(this, first.RecordingCallback);
            }
        }

        world.Invariants.RoomChanged(this);
        world.Voices.RoomChanged(this);
    }

    /// <summary>A leg goes, or was never reached.</summary>
    public void Leave(Participant participant, string reason)
    {
        if (participant.Left)
        {
            return;
        }

        var wasIn = participant.Joined;
        participant.Left = true;
        participants.Remove(participant);
        participant.ChangeScene();
        world.Voices.RoomChanged(this);
        Emit("participant-leave", participant, reason: wasIn ? reason : "participant_add_failed");
        if (IsOver)
        {
            return;
        }

        if (wasIn && participant.EndOnExit)
        {
            End("participant-with-end-conference-on-exit-left", "moderator_ended_conference", participant.Call.Sid);
        }
        else if (participants.Count == 0)
        {
            End("last-participant-left", reason, participant.Call.Sid);
        }

        world.Invariants.RoomChanged(this);
    }

    /// <summary>Ends the room for everybody in it.</summary>
    public void End(string reason, string participantReason, string? callSid)
    {
        if (IsOver)
        {
            return;
        }

        Status = ConferenceStatus.Completed;
        (ReasonEnded, CallSidEnding) = (reason, callSid);
        foreach (var participant in participants.ToList())
        {
            Leave(participant, participantReason);
            if (!participant.Joined)
            {
                participant.Call.HangUp();
            }
        }

        Emit("conference-end", null);
        world.Recordings.RoomEnded(this);
    }

    /// <summary>Who hears whom, as the audio really is and not as the last request asked for.</summary>
    public bool Hears(Participant listener, Participant speaker)
    {
        if (listener == speaker || Status != ConferenceStatus.InProgress || !listener.IsIn || !speaker.IsIn)
        {
            return false;
        }

        if (listener.Hold || speaker.Hold || speaker.Muted)
        {
            return false;
        }

        return !speaker.Coaching || speaker.CallSidToCoach == listener.Call.Sid;
    }
}
