namespace Helpline.Telephony.Simulator.Rest;

/// <summary>A participant as the API shows it.</summary>
internal sealed record ParticipantResource
{
    public required string AccountSid { get; init; }

    public required string CallSid { get; init; }

    public required string? Label { get; init; }

    public required string ConferenceSid { get; init; }

    public required string? CallSidToCoach { get; init; }

    public required bool Coaching { get; init; }

    public required bool EndConferenceOnExit { get; init; }

    public required bool Muted { get; init; }

    public required bool Hold { get; init; }

    public required bool StartConferenceOnEnter { get; init; }

    public required string Status { get; init; }

    public required string QueueTime { get; init; }

    public required string? DateCreated { get; init; }

    public required string? DateUpdated { get; init; }

    public required string Uri { get; init; }
}
