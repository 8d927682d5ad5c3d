using System.Xml.Linq;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Messages;

/// <summary>Text messages of the account, and who has said stop.</summary>
internal sealed class MessageRegistry(SimulatorWorld world)
{
    private static readonly HashSet<string> StopWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "REVOKE", "OPTOUT", "CANCEL",
    };

    private readonly List<SimulatedMessage> all = [];
    private readonly HashSet<(string Sender, string To)> stopped = [];

    public IReadOnlyList<SimulatedMessage> All => all;

    public SimulatedMessage? Find(string sid) => all.Find(m => m.Sid == sid);

    public bool HasStopped(string sender, string to) => stopped.Contains((sender, to));

    public void Delete(SimulatedMessage message) => all.Remove(message);

    /// <summary>Sends a text; its progress is called back in whatever order it arrives.</summary>
    public SimulatedMessage Send(string from, string to, string body, string? callback)
    {
        var message = Add(from, to, body, inbound: false, "queued", callback);
        world.Background(() => ProgressAsync(message));
        if (world.Options.Strict && !to.StartsWith("+447", StringComparison.Ordinal))
        {
            world.Report.Violation("12.4", message.Sid, "text to a number that is not a UK mobile: it would be read aloud to whoever answers");
        }

        return message;
    }

    /// <summary>Somebody texts the account's number; the app's reply, if any, is sent back.</summary>
    public SimulatedMessage Receive(string from, string body)
    {
        var message = Add(from, world.PhoneNumber, body, inbound: true, "received", null);
        var word = body.Trim();
        if (StopWords.Contains(word))
        {
            stopped.Add((world.PhoneNumber, from));
        }
        else if (word.Equals("START", StringComparison.OrdinalIgnoreCase) || word.Equals("UNSTOP", StringComparison.OrdinalIgnoreCase))
        {
            stopped.Remove((world.PhoneNumber, from));
        }

        world.Background(() => DeliverAsync(message));
        return message;
    }

    private SimulatedMessage Add(string from, string to, string body, bool inbound, string status, string? callback)
    {
        var message = new SimulatedMessage
        {
            Sid = world.NewSid("SM"),
            From = from,
            To = to,
            Body = body,
            Inbound = inbound,
            Created = world.Clock.GetUtcNow(),
            Status = status,
            Callback = callback,
        };
        all.Add(message);
        return message;
    }

    private async Task DeliverAsync(SimulatedMessage message)
    {
        var fields = Fields(message);
        fields.Add("SmsMessageSid", message.Sid);
        fields.Add("Body", message.Body);
        fields.Add("NumMedia", 0);
        fields.Add("NumSegments", message.Segments);
        fields.Add("SmsStatus", "received");
        foreach (var place in (string[])["City", "State", "Zip"])
        {
            fields.Add("From" + place, "");
            fields.Add("To" + place, "");
        }

        var url = world.Absolute(world.Options.SmsUrl);
        var reply = await world.Webhooks.SendAsync(new() { Url = url, Fields = fields, Sid = message.Sid }, world.Stopping);
        try
        {
            foreach (var verb in world.Reader.Read(reply, "POST", url, message.Sid).Verbs.Where(v => v.Name.LocalName == "Message"))
            {
                Send(world.PhoneNumber, message.From, Text(verb), null);
            }
        }
        catch (WebhookException failure)
        {
            world.Report.Note($"{failure.Code}", message.Sid, failure.Message);
        }
    }

    private async Task ProgressAsync(SimulatedMessage message)
    {
        foreach (var status in (string[])["sending", "sent", HasStopped(message.From, message.To) ? "failed" : "delivered"])
        {
            await world.PauseAsync(TimeSpan.FromSeconds(0.5), world.Stopping);
            if (message.Status == "canceled")
            {
                return;
            }

            message.Status = status;
            message.ErrorCode = status == "failed" ? 21610 : null;
            if (message.Callback is { Length: > 0 } callback)
            {
                var fields = Fields(message);
                fields.Add("MessageStatus", status);
                fields.Add("SmsStatus", status);
                fields.Add("ErrorCode", message.ErrorCode is { } code ? $"{code}" : null);
                world.Courier.Post(new() { Url = callback, Fields = fields, Sid = message.Sid }, 15003);
            }
        }
    }

    private FieldList Fields(SimulatedMessage message)
    {
        var fields = new FieldList
        {
            { "MessageSid", message.Sid },
            { "SmsSid", message.Sid },
            { "AccountSid", world.Account.AccountSid },
            { "From", message.From },
            { "To", message.To },
            { "ApiVersion", "2010-04-01" },
        };
        VoiceFields.AddFutureField(world, fields);
        return fields;
    }

    private static string Text(XElement verb) => (verb.Element("Body")?.Value ?? verb.Value).Trim();
}
