using System.Globalization;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>A call as the API shows it.</summary>
internal sealed record CallResource
{
    public required string Sid { get; init; }

    public required string? DateCreated { get; init; }

    public required string? DateUpdated { get; init; }

    public required string? ParentCallSid { get; init; }

    public required string AccountSid { get; init; }

    public required string To { get; init; }

    public required string ToFormatted { get; init; }

    public required string From { get; init; }

    public required string FromFormatted { get; init; }

    public string? PhoneNumberSid { get; init; }

    public required string Status { get; init; }

    public required string? StartTime { get; init; }

    public required string? EndTime { get; init; }

    public required string? Duration { get; init; }

    public string? Price { get; init; }

    public string PriceUnit { get; init; } = "GBP";

    public required string Direction { get; init; }

    public string? AnsweredBy { get; init; }

    public string ApiVersion { get; init; } = "2010-04-01";

    public string? ForwardedFrom { get; init; }

    public string? GroupSid { get; init; }

    public string? CallerName { get; init; }

    public required string QueueTime { get; init; }

    public string? TrunkSid { get; init; }

    public required string Uri { get; init; }

    public required IReadOnlyDictionary<string, string> SubresourceUris { get; init; }

    public static CallResource Of(SimulatedCall call)
    {
        var account = $"/2010-04-01/Accounts/{call.AccountSid}";
        return new()
        {
            Sid = call.Sid,
            DateCreated = RestJson.Date(call.Created),
            DateUpdated = RestJson.Date(call.EndedAt ?? call.Answered ?? call.Created),
            ParentCallSid = call.ParentSid,
            AccountSid = call.AccountSid,
            To = call.To,
            ToFormatted = call.To,
            From = call.From,
            FromFormatted = call.From,
            Status = call.Status.Wire(),
            StartTime = RestJson.Date(call.Answered),
            EndTime = RestJson.Date(call.EndedAt),
            Duration = call.IsOver ? RestJson.Seconds(call.Duration) : null,
            Direction = VoiceFields.Wire(call.Direction),
            QueueTime = ((long)call.QueueTime.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            Uri = $"{account}/Calls/{call.Sid}.json",
            SubresourceUris = new Dictionary<string, string> { ["recordings"] = $"{account}/Calls/{call.Sid}/Recordings.json" },
        };
    }
}
