namespace Helpline.Telephony.Simulator.Rest;

/// <summary>A conference as the API shows it.</summary>
internal sealed record ConferenceResource
{
    public required string AccountSid { get; init; }

    public required string Sid { get; init; }

    public required string FriendlyName { get; init; }

    public required string Region { get; init; }

    public required string Status { get; init; }

    public required string? ReasonConferenceEnded { get; init; }

    public required string? CallSidEndingConference { get; init; }

    public string ApiVersion { get; init; } = "2010-04-01";

    public required string? DateCreated { get; init; }

    public required string? DateUpdated { get; init; }

    public required string Uri { get; init; }

    public required IReadOnlyDictionary<string, string> SubresourceUris { get; init; }
}
