using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Conferences;

/// <summary>What a room tells the app, and what the app may change in it.</summary>
internal sealed partial class ConferenceRoom
{
    /// <summary>Applies a participant update: the audio, and the event about it, come a moment after the reply.</summary>
    public void Update(Participant participant, ParticipantUpdate update) => world.Background(async () =>
    {
        await world.PauseAsync(world.Between(TimeSpan.Zero, world.Options.Chaos.ParticipantUpdateLagMax), world.Stopping);
        if (!participant.IsIn || IsOver)
        {
            return;
        }

        if (update.Hold is { } hold)
        {
            participant.HoldMusic = update.HoldMusic ?? participant.HoldMusic;
            Change(participant, participant.Hold != hold, () => participant.Hold = hold, hold ? "participant-hold" : "participant-unhold");
        }

        // Coaching first, so that a whisper can't be heard by the caller on its way in.
        if (update.Coaching is { } coaching)
        {
            participant.CallSidToCoach = coaching ? update.CallSidToCoach ?? participant.CallSidToCoach : null;
            Change(participant, participant.Coaching != coaching, () => participant.Coaching = coaching, "participant-modify");
        }

        if (update.Muted is { } muted)
        {
            Change(participant, participant.Muted != muted, () => participant.Muted = muted, muted ? "participant-mute" : "participant-unmute");
        }

        if (update.EndOnExit is { } endOnExit)
        {
            Change(participant, participant.EndOnExit != endOnExit, () => participant.EndOnExit = endOnExit, "participant-modify");
        }

        world.Invariants.RoomChanged(this);
        world.Voices.RoomChanged(this);
    });

    /// <summary>Sends an event to the room's callback, if its list has it.</summary>
    public void Emit(string name, Participant? participant, string? reason = null)
    {
        if (first.Callback is not { Url.Length: > 0 } callback || !callback.Events.Contains(Subscription(name)))
        {
            return;
        }

        var fields = new FieldList
        {
            { "ConferenceSid", Sid },
            { "FriendlyName", Name },
            { "AccountSid", world.Account.AccountSid },
            { "StatusCallbackEvent", name },
            { "SequenceNumber", ++sequence },
            { "Timestamp", world.Now() },
        };
        if (participant is not null)
        {
            AddParticipant(fields, participant);
        }

        if (reason is not null)
        {
            fields.Add("ParticipantCallStatus", participant!.Call.Status.Wire());
            fields.Add("ReasonParticipantLeft", reason);
        }

        if (name == "conference-end")
        {
            fields.Add("CallSidEndingConference", CallSidEnding);
            fields.Add("ReasonConferenceEnded", ReasonEnded);
            fields.Add("Reason", ReasonEnded?.Replace('-', ' '));
        }

        VoiceFields.AddFutureField(world, fields);
        world.Courier.Post(new() { Url = callback.Url, Method = callback.Method, Fields = fields, Sid = Sid }, 16011);
    }

    private void Change(Participant participant, bool changes, Action apply, string name)
    {
        if (changes)
        {
            apply();
            participant.ChangeScene();
            Emit(name, participant);
        }
    }

    private static void AddParticipant(FieldList fields, Participant participant)
    {
        fields.Add("CallSid", participant.Call.Sid);
        fields.Add("ParticipantLabel", participant.Label);
        fields.Add("Muted", participant.Muted);
        fields.Add("Hold", participant.Hold);
        fields.Add("Coaching", participant.Coaching);
        fields.Add("CallSidToCoach", participant.Coaching ? participant.CallSidToCoach : null);
        fields.Add("EndConferenceOnExit", participant.EndOnExit);
        fields.Add("StartConferenceOnEnter", participant.Settings.StartOnEnter);
    }

    private static string Subscription(string name) => name switch
    {
        "conference-start" => "start",
        "conference-end" => "end",
        "participant-join" => "join",
        "participant-leave" => "leave",
        "participant-mute" or "participant-unmute" => "mute",
        "participant-hold" or "participant-unhold" => "hold",
        "participant-modify" => "modify",
        "participant-speech-start" or "participant-speech-stop" => "speaker",
        _ => "announcement",
    };
}

/// <summary>What a request asks to change; null leaves a thing as it is.</summary>
internal sealed record ParticipantUpdate
{
    public bool? Hold { get; init; }

    public DocumentSource? HoldMusic { get; init; }

    public bool? Muted { get; init; }

    public bool? EndOnExit { get; init; }

    public bool? Coaching { get; init; }

    public string? CallSidToCoach { get; init; }
}
