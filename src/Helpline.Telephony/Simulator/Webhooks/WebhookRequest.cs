namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>One request to the app.</summary>
internal sealed record WebhookRequest
{
    /// <summary>As the app gave it, fragment included.</summary>
    public required string Url { get; init; }

    public string Method { get; init; } = "POST";

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>A body that is not a form; the URL then carries its digest, and <see cref="Fields"/> are not sent.</summary>
    public byte[]? Json { get; init; }

    /// <summary>Kept for the call and the pair of numbers.</summary>
    public CookieJar? Cookies { get; init; }

    /// <summary>Media are fetched without the service's own parameters, unsigned.</summary>
    public bool IsMedia { get; init; }

    /// <summary>The call or other resource this is about, for the log.</summary>
    public string? Sid { get; init; }
}

/// <summary>What came back, or the error code that stands for nothing coming back.</summary>
internal sealed record WebhookReply
{
    /// <summary>The URL that answered, after redirects and without a fragment; relative URLs in the document resolve against it.</summary>
    public required string Url { get; init; }

    public int Status { get; init; }

    public string? ContentType { get; init; }

    public byte[] Body { get; init; } = [];

    public bool Chunked { get; init; }

    public int? ErrorCode { get; init; }

    public bool Ok => ErrorCode is null && Status is >= 200 and < 300;
}

/// <summary>A webhook or its document failed; the code is the service's own.</summary>
internal sealed class WebhookException(int code, string url, string message) : Exception(message)
{
    public int Code => code;

    /// <summary>The URL the failure is reported against.</summary>
    public string Url => url;
}
