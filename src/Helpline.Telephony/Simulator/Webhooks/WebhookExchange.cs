namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>A request as it goes out: its fields in the order of this sending, its terms, and whose signature it bears.</summary>
internal sealed record WebhookExchange(
    WebhookRequest Request, IReadOnlyList<KeyValuePair<string, string>> Fields, ConnectionOverrides Overrides)
{
    /// <summary>The idempotency token, where the URL's overrides call for one.</summary>
    public string? Token { get; init; }

    /// <summary>Set to send somebody else's request instead of the service's.</summary>
    public ForgedSignature? Forged { get; init; }
}

/// <summary>Which of the forgeries possible stands in the signature header, as a number drawn beforehand.</summary>
internal sealed record ForgedSignature(int Draw)
{
    /// <summary>The one it came to.</summary>
    public Forgery? Kind { get; set; }
}
