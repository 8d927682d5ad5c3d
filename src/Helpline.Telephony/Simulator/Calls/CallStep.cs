using Helpline.Telephony.Simulator.Conferences;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>How a leg came to be.</summary>
internal enum CallDirection
{
    Inbound,
    OutboundApi,
    OutboundDial,
}

/// <summary>Where a document comes from: a URL, or text given over REST.</summary>
internal sealed record DocumentSource
{
    public string? Url { get; init; }

    public string Method { get; init; } = "POST";

    public string? Inline { get; init; }

    /// <summary>Fields beyond the call's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    public static DocumentSource At(string url, string? method, IReadOnlyList<KeyValuePair<string, string>>? fields = null) =>
        new() { Url = url, Method = method ?? "POST", Fields = fields ?? [] };
}

/// <summary>What a leg does next.</summary>
internal abstract record CallStep
{
    private CallStep()
    {
    }

    /// <summary>Fetch a document and follow it.</summary>
    public sealed record Fetch(DocumentSource Source) : CallStep;

    /// <summary>Follow a document fetched already.</summary>
    public sealed record Follow(Twiml.TwimlDocument Document) : CallStep;

    /// <summary>Join a conference, as a participant created over REST.</summary>
    public sealed record Join(ConferenceRoom Room, ParticipantSettings Settings) : CallStep;

    /// <summary>Stay in a bridge with the leg that dialled this one.</summary>
    public sealed record Bridge(Task UntilOver) : CallStep;
}

/// <summary>Where and for what a leg reports its progress.</summary>
internal sealed record CallbackSettings
{
    public required string Url { get; init; }

    public string Method { get; init; } = "POST";

    /// <summary>A number's callback has no event list: it reports the end only.</summary>
    public bool IsNumber { get; init; }

    public IReadOnlyCollection<string> Events { get; init; } = ["completed"];

    public bool Wants(CallStatus status) => IsNumber ? status.IsOver() : Events.Contains(status.Event());
}
