using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.Conferences;

/// <summary>One leg's place in a room.</summary>
internal sealed class Participant(ConferenceRoom room, SimulatedCall call, ParticipantSettings settings)
{
    private StopSignal scene = new();

    public ConferenceRoom Room => room;

    public SimulatedCall Call => call;

    public ParticipantSettings Settings => settings;

    public string? Label => settings.Label;

    public DateTimeOffset Created { get; init; }

    /// <summary>When lists begin to show the participant.</summary>
    public DateTimeOffset Visible { get; init; }

    /// <summary>In the room, rather than still being rung.</summary>
    public bool Joined { get; set; }

    public bool Left { get; set; }

    public bool Muted { get; set; } = settings.Muted;

    public bool Hold { get; set; }

    public DocumentSource? HoldMusic { get; set; }

    public bool Coaching { get; set; } = settings.Coaching;

    public string? CallSidToCoach { get; set; } = settings.CallSidToCoach;

    public bool EndOnExit { get; set; } = settings.EndOnExit;

    public bool IsIn => Joined && !Left;

    /// <summary>Cancelled when what the participant should be hearing changes.</summary>
    public CancellationToken Scene => scene.Token;

    public void ChangeScene()
    {
        var old = scene;
        scene = new();
        old.Cancel();
    }

    /// <summary>The service's word for how far the participant has come.</summary>
    public string Status => (Left, Joined) switch
    {
        (true, _) => "complete",
        (_, true) => "connected",
        _ => call.Status switch
        {
            CallStatus.Queued => "queued",
            CallStatus.Ringing => "ringing",
            CallStatus.Initiated or CallStatus.InProgress => "connecting",
            CallStatus.Completed or CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer or CallStatus.Canceled => "failed",
        },
    };
}
