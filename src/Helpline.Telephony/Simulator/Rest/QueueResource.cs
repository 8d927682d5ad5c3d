namespace Helpline.Telephony.Simulator.Rest;

/// <summary>A queue as the API shows it.</summary>
internal sealed record QueueResource
{
    public required string AccountSid { get; init; }

    public required string Sid { get; init; }

    public required string FriendlyName { get; init; }

    public required int MaxSize { get; init; }

    public required int CurrentSize { get; init; }

    public required int AverageWaitTime { get; init; }

    public required string? DateCreated { get; init; }

    public required string? DateUpdated { get; init; }

    public required string Uri { get; init; }
}

/// <summary>A queue member as the API shows it.</summary>
internal sealed record MemberResource
{
    public required string CallSid { get; init; }

    public required string QueueSid { get; init; }

    public required int Position { get; init; }

    public required int WaitTime { get; init; }

    public required string? DateEnqueued { get; init; }

    public required string Uri { get; init; }
}
