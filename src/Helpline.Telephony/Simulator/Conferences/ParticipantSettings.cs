using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.Conferences;

/// <summary>How a leg joins a room, whether by TwiML or by REST.</summary>
internal sealed record ParticipantSettings
{
    public const int LongestLabel = 128;

    public string? Label { get; init; }

    public bool Muted { get; init; }

    /// <summary>true, false, onEnter or onExit; on unless turned off.</summary>
    public string Beep { get; init; } = "true";

    public bool StartOnEnter { get; init; } = true;

    public bool EndOnExit { get; init; }

    public bool Coaching { get; init; }

    public string? CallSidToCoach { get; init; }

    /// <summary>Null is the service's music, empty is silence.</summary>
    public DocumentSource? Wait { get; init; }

    public bool SilentWait { get; init; }

    public int MaxParticipants { get; init; } = 250;

    public string? Region { get; init; }

    public ConferenceCallback? Callback { get; init; }

    public bool RecordFromStart { get; init; }

    public CallbackSettings? RecordingCallback { get; init; }
}

/// <summary>Where a room reports its events; the first participant's stays for the room's life.</summary>
internal sealed record ConferenceCallback(string Url, string Method, IReadOnlyCollection<string> Events);

/// <summary>Life of a room.</summary>
internal enum ConferenceStatus
{
    Init,
    InProgress,
    Completed,
}
