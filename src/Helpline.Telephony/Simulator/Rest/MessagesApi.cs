using System.Globalization;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Simulator.Messages;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>Text messages: send, fetch, list, redact, cancel, delete.</summary>
internal static class MessagesApi
{
    public static IEnumerable<RestOperation> Operations =>
    [
        new(
            "POST",
            "/Messages.json",
            Create,
            "To From Body MessagingServiceSid StatusCallback ValidityPeriod SmartEncoded AddressRetention ContentRetention"),
        new("GET", "/Messages.json", List),
        new("GET", "/Messages/{messageSid}.json", r => RestReply.Ok(Of(r, Find(r)))),
        new("POST", "/Messages/{messageSid}.json", Update, "Body Status"),
        new("DELETE", "/Messages/{messageSid}.json", Delete),
    ];

    private static SimulatedMessage Find(RestRequest request) =>
        request.World.Messages.Find(request.Route("messageSid")) ?? throw RestError.NotFound(request.Path);

    private static RestReply Create(RestRequest request)
    {
        var world = request.World;
        var to = request.Text("To") is { Length: > 0 } given ? given : throw new RestError(400, 21604, "A 'To' phone number is required");
        var from = request.Text("From") ?? (request.Text("MessagingServiceSid") is { Length: > 0 } ? world.PhoneNumber : null)
            ?? throw new RestError(400, 21603, "A 'From' phone number is required");
        var body = request.Text("Body") is { Length: > 0 } text ? text : throw new RestError(400, 21602, "Message body is required");
        if (!OutboundDialler.Reachable(to) || to.StartsWith("client:", StringComparison.Ordinal))
        {
            throw new RestError(400, 21211, "Invalid 'To' phone number");
        }

        if (body.Length > MessageText.MaxLength)
        {
            throw new RestError(400, 21617, "The concatenated message body exceeds the 1600 character limit");
        }

        if (!IsSender(from, world))
        {
            throw new RestError(400, 21212, "Invalid 'From' phone number or sender id");
        }

        if (world.Messages.HasStopped(from, to))
        {
            throw new RestError(400, 21610, "Attempt to send to unsubscribed recipient");
        }

        return RestReply.Created(Of(request, world.Messages.Send(from, to, body, request.Url("StatusCallback"))));
    }

    // A name is one-way: at most 11 letters, digits and spaces with a letter among them.
    private static bool IsSender(string from, SimulatorWorld world) =>
        world.MayShow(from, null)
        || (from.Length <= 11 && from.Any(char.IsAsciiLetter) && from.All(c => char.IsAsciiLetterOrDigit(c) || c == ' '));

    private static RestReply Update(RestRequest request)
    {
        var message = Find(request);
        if (request.Text("Body") == "")
        {
            message.Body = "";
        }

        if (request.Text("Status") == "canceled" && message.Status is "queued" or "accepted")
        {
            message.Status = "canceled";
        }

        return RestReply.Ok(Of(request, message));
    }

    private static RestReply Delete(RestRequest request)
    {
        request.World.Messages.Delete(Find(request));
        return RestReply.Gone;
    }

    private static RestReply List(RestRequest request)
    {
        var (to, from) = ((string?)request.Query["To"], (string?)request.Query["From"]);
        var messages = request.World.Messages.All.Reverse()
            .Where(m => to is null || m.To == to)
            .Where(m => from is null || m.From == from);
        return RestPages.Page(request, "messages", messages.Select(m => Of(request, m)));
    }

    private static MessageResource Of(RestRequest request, SimulatedMessage message)
    {
        var account = request.World.Account.AccountSid;
        return new()
        {
            AccountSid = account,
            Sid = message.Sid,
            Body = message.Body,
            To = message.To,
            From = message.From,
            Status = message.Status,
            Direction = message.Inbound ? "inbound" : "outbound-api",
            ErrorCode = message.ErrorCode,
            NumSegments = message.Segments.ToString(CultureInfo.InvariantCulture),
            DateCreated = RestJson.Date(message.Created),
            DateUpdated = RestJson.Date(message.Created),
            DateSent = message.Status is "sent" or "delivered" ? RestJson.Date(message.Created) : null,
            Uri = $"/2010-04-01/Accounts/{account}/Messages/{message.Sid}.json",
        };
    }
}
