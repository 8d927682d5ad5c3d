using Helpline.Telephony.Simulator.Twiml;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Where control goes after a verb.</summary>
internal abstract record VerbExit
{
    private VerbExit()
    {
    }

    public static VerbExit Next { get; } = new NextVerb();

    public static VerbExit HangUp { get; } = new HangUpCall();

    public static VerbExit Leave { get; } = new LeaveQueue();

    public static VerbExit Goto(DocumentSource source) => new GotoDocument(source);

    /// <summary>On to the next verb, or off the end of the document.</summary>
    public sealed record NextVerb : VerbExit;

    public sealed record HangUpCall : VerbExit;

    public sealed record LeaveQueue : VerbExit;

    public sealed record GotoDocument(DocumentSource Source) : VerbExit;

    /// <summary>On to a document fetched already.</summary>
    public sealed record FollowDocument(TwimlDocument Document) : VerbExit;
}

/// <summary>
/// The circumstances verbs run in; cancelled when the leg ends, is redirected, or leaves the state the document belongs to.
/// </summary>
internal sealed record VerbFrame(TwimlDocument Document, DocumentContext Context, CancellationToken Cancel)
{
    /// <summary>The document's own address again: what a verb without an action asks for.</summary>
    public DocumentSource Again(IReadOnlyList<KeyValuePair<string, string>> fields) =>
        Document.RequestedUrl is { } url
            ? DocumentSource.At(url, Document.Method, fields)
            : throw new Webhooks.WebhookException(11100, "inline", "inline TwiML has no address to ask again");
}
