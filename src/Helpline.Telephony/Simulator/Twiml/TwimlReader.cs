using System.Text;
using System.Xml;
using System.Xml.Linq;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Twiml;

/// <summary>Takes a reply in as the service does: strict about XML, forgiving (with a warning) about attributes.</summary>
internal sealed class TwimlReader(SimulatorReport report)
{
    private const int MaxBytes = 64 * 1024;

    public TwimlDocument Read(WebhookReply reply, string method, string? requestedUrl, string? sid)
    {
        if (reply.ErrorCode is { } error)
        {
            throw new WebhookException(error, reply.Url, "no reply");
        }

        if (!reply.Ok)
        {
            throw new WebhookException(11200, reply.Url, $"HTTP {reply.Status}");
        }

        var isSound = reply.ContentType?.StartsWith("audio/", StringComparison.Ordinal) == true;
        if (reply.Body.Length > MaxBytes && !isSound)
        {
            throw new WebhookException(11750, reply.Url, "reply over 64 kB");
        }

        if (reply is { Chunked: true, Body.Length: 0 })
        {
            throw new WebhookException(11770, reply.Url, "empty chunked reply");
        }

        var text = Encoding.UTF8.GetString(reply.Body);
        var shell = new TwimlDocument { Url = reply.Url, Method = method, RequestedUrl = requestedUrl, Text = text, Verbs = [] };
        return reply.ContentType switch
        {
            "text/xml" or "application/xml" or "text/html" => shell with { Verbs = Parse(text, reply.Url, sid) },
            "text/plain" => shell with { Verbs = [new XElement("Say", text)] },
            not null when isSound => shell with { Verbs = [new XElement("Play", reply.Url)] },
            _ => throw new WebhookException(12300, reply.Url, $"content type '{reply.ContentType}'"),
        };
    }

    public TwimlDocument ReadInline(string text, string? sid) =>
        new() { Url = null, Text = text, Verbs = Parse(text, "inline", sid) };

    private List<XElement> Parse(string text, string url, string? sid)
    {
        // Anything before the declaration, a byte order mark included, breaks the real parser.
        if (text.Length == 0 || text[0] != '<')
        {
            throw new WebhookException(12100, url, "document does not start with '<'");
        }

        XElement root;
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            root = XDocument.Load(reader).Root!;
        }
        catch (XmlException)
        {
            throw new WebhookException(12100, url, "malformed XML");
        }

        if (root.Name.LocalName != "Response")
        {
            throw new WebhookException(12100, url, "root element is not Response");
        }

        foreach (var attribute in root.Attributes().ToList())
        {
            Warn(sid, "Response", $"attribute '{attribute.Name.LocalName}' is not allowed");
        }

        var verbs = new List<XElement>();
        foreach (var verb in root.Elements())
        {
            if (TwimlSchema.IsVerb(verb.Name.LocalName))
            {
                Check(verb, sid);
                verbs.Add(verb);
            }
            else
            {
                Warn(sid, verb.Name.LocalName, "is not a verb");
            }
        }

        return verbs;
    }

    private void Check(XElement element, string? sid)
    {
        var name = element.Name.LocalName;
        var schema = TwimlSchema.Find(name)!;
        foreach (var attribute in element.Attributes().ToList())
        {
            if (schema.Fault(attribute.Name.LocalName, attribute.Value) is { } fault)
            {
                Warn(sid, name, fault);
                attribute.Remove();
            }
        }

        foreach (var child in element.Elements().ToList())
        {
            var childName = child.Name.LocalName;
            if (!schema.MayHold(childName))
            {
                Warn(sid, name, $"may not hold '{childName}'");
                child.Remove();
            }
            else if (TwimlSchema.Find(childName) is not null)
            {
                Check(child, sid);
            }
        }

        if (!schema.HasText && element.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value)))
        {
            Warn(sid, name, "may not hold text");
        }
    }

    private void Warn(string? sid, string element, string what) => report.Warning("12200", sid, $"<{element}>: {what}");
}
