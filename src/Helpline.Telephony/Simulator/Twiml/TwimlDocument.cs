using System.Xml.Linq;

namespace Helpline.Telephony.Simulator.Twiml;

/// <summary>A document as the service took it in: wrong attributes already dropped, relative URLs resolved against where it came from.</summary>
internal sealed record TwimlDocument
{
    /// <summary>Null for a document given inline over REST, whose URLs must be absolute.</summary>
    public required string? Url { get; init; }

    /// <summary>Method the document was asked for with; repeated when it is requested again.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>URL as given, with its connection overrides.</summary>
    public string? RequestedUrl { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<XElement> Verbs { get; init; }

    /// <summary>The absolute form of a URL in the document.</summary>
    public string Resolve(string relative)
    {
        if (Uri.TryCreate(relative, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
        {
            return relative;
        }

        if (Url is null)
        {
            throw new Webhooks.WebhookException(11100, relative, "inline TwiML needs absolute URLs");
        }

        // The fragment carries connection overrides and must survive as written.
        var hash = relative.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (relative, "") : (relative[..hash], relative[hash..]);
        return new Uri(new Uri(Url), path).AbsoluteUri + fragment;
    }
}

/// <summary>Where verbs run decides which are allowed.</summary>
internal enum DocumentContext
{
    /// <summary>An ordinary voice document.</summary>
    Call,

    /// <summary>What a queued caller hears.</summary>
    QueueWait,

    /// <summary>What is played to a conference participant who waits or is held.</summary>
    ConferenceWait,

    /// <summary>What the called party hears before being bridged.</summary>
    Whisper,
}
