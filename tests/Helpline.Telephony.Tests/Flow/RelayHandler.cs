using System.Collections.Concurrent;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>One request that went over the line, with its answer.</summary>
internal sealed record Relayed(Uri Url, string Body, string? Signature, int Status, string Answer)
{
    public string Path => Url.AbsolutePath;
}

/// <summary>A line to a host that may be down, or be another one by now. Remembers what went over it.</summary>
internal sealed class RelayHandler : HttpMessageHandler
{
    private const string SignatureHeader = "X-Twilio-Signature";
    private readonly ConcurrentQueue<Relayed> log = new();

    /// <summary>Where requests go; null while nobody listens.</summary>
    public HttpMessageHandler? To { get; set; }

    /// <summary>Documents of a host of its own, which answers whoever else is down.</summary>
    public Dictionary<Uri, string> Elsewhere { get; } = [];

    /// <summary>Every request is delivered this many times, one after another.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Requests that never arrive.</summary>
    public Func<Uri, string, bool> Loses { get; set; } = (_, _) => false;

    public IReadOnlyList<Relayed> Log => [.. log];

    /// <summary>Sends a request again, to the letter.</summary>
    public async Task<Relayed> AgainAsync(Relayed earlier, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, earlier.Url)
        {
            Content = new StringContent(earlier.Body, null, "application/x-www-form-urlencoded"),
        };
        if (earlier.Signature is not null)
        {
            request.Headers.Add(SignatureHeader, earlier.Signature);
        }

        using var invoker = new HttpMessageInvoker(To!, disposeHandler: false);
        using var response = await invoker.SendAsync(request, cancellationToken);
        return earlier with { Status = (int)response.StatusCode, Answer = await response.Content.ReadAsStringAsync(cancellationToken) };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Elsewhere.TryGetValue(new Uri(request.RequestUri!.GetLeftPart(UriPartial.Path)), out var document))
        {
            return new HttpResponseMessage { Content = new StringContent(document, null, "text/xml") };
        }

        var to = To ?? throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody listens.");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (Loses(request.RequestUri!, body))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Lost.");
        }

        using var invoker = new HttpMessageInvoker(to, disposeHandler: false);
        var response = await invoker.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var signature = request.Headers.TryGetValues(SignatureHeader, out var values) ? values.Single() : null;
        var relayed = new Relayed(
            request.RequestUri!, body, signature, (int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        log.Enqueue(relayed);
        for (var i = 1; i < Times && request.Method == HttpMethod.Post; i++)
        {
            await AgainAsync(relayed, cancellationToken);
        }

        return response;
    }
}
