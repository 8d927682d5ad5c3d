namespace Helpline.Telephony.Simulator.Rest;

/// <summary>A recording as the API shows it.</summary>
internal sealed record RecordingResource
{
    public required string AccountSid { get; init; }

    public string ApiVersion { get; init; } = "2010-04-01";

    public required string Sid { get; init; }

    public required string? CallSid { get; init; }

    public required string? ConferenceSid { get; init; }

    public required int Channels { get; init; }

    public required string Source { get; init; }

    public required string Status { get; init; }

    public required string? StartTime { get; init; }

    public required string? DateCreated { get; init; }

    public required string? DateUpdated { get; init; }

    public required string Duration { get; init; }

    public string? Price { get; init; }

    public string PriceUnit { get; init; } = "GBP";

    public string? ErrorCode { get; init; }

    public string? EncryptionDetails { get; init; }

    public string? Track { get; init; }

    public required string MediaUrl { get; init; }

    public required string Uri { get; init; }
}
