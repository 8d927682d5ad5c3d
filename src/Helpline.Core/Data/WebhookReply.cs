namespace Helpline.Core.Data;

/// <summary>The answer given to one request of the phone provider, kept so that a repeat gets the same.</summary>
public sealed class WebhookReply
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyLength = 200;

    /// <summary>Call and step.</summary>
    public string Key { get; internal init; } = "";

    /// <summary>The answer; encrypted.</summary>
    public string Body { get; internal init; } = "";

    /// <summary>When it was given, UTC.</summary>
    public DateTime GivenAt { get; internal init; }
}
