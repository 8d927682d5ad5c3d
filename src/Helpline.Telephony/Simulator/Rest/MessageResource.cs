namespace Helpline.Telephony.Simulator.Rest;

/// <summary>A text message as the API shows it.</summary>
internal sealed record MessageResource
{
    public required string AccountSid { get; init; }

    public string ApiVersion { get; init; } = "2010-04-01";

    public required string Sid { get; init; }

    public required string Body { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    public required string Status { get; init; }

    public required string Direction { get; init; }

    public required int? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string? MessagingServiceSid { get; init; }

    public string NumMedia { get; init; } = "0";

    public required string NumSegments { get; init; }

    public string? Price { get; init; }

    public string PriceUnit { get; init; } = "GBP";

    public required string? DateCreated { get; init; }

    public required string? DateUpdated { get; init; }

    public required string? DateSent { get; init; }

    public required string Uri { get; init; }
}
