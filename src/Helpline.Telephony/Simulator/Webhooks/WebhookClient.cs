using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>Sends the app its webhooks by the service's rules: signed, time-limited, retried only where the rules say so.</summary>
internal sealed class WebhookClient(SimulatorWorld world, IHttpClientFactory clients, WebhookSigner signer)
{
    /// <summary>Name of the HttpClient, so that a test can swap its handler for a TestServer's.</summary>
    public const string ClientName = "twilio-simulator";

    private const int MaxRedirects = 10;

    public async Task<WebhookReply> SendAsync(WebhookRequest request, CancellationToken cancellation)
    {
        var (url, overrides) = ConnectionOverrides.Split(request.Url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return new() { Url = url, ErrorCode = 11100 };
        }

        var chaos = world.Options.Chaos;
        await world.PauseAsync(world.Between(TimeSpan.Zero, chaos.WebhookLatencyMax), cancellation);
        using var limit = new CancellationTokenSource(overrides.TotalTimeout, world.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var fields = world.Shuffle(request.Fields);
        var token = Guid.NewGuid().ToString();
        for (var attempt = 0; ; attempt++)
        {
            var withToken = overrides.SetsRetries && (attempt > 0 || world.Options.Unsettled.TokenOnFirstAttempt);
            var exchange = new Exchange(request, fields, overrides, withToken ? token : null);
            var reply = await FollowAsync(url, exchange, linked.Token);
            cancellation.ThrowIfCancellationRequested();
            var lost = overrides.RetriesTimeout && attempt < overrides.Retries && world.Chance(chaos.WebhookReplyLostRate);
            if (!lost && (attempt >= overrides.Retries || limit.IsCancellationRequested || !Retriable(reply, overrides)))
            {
                return reply;
            }
        }
    }

    private static bool Retriable(WebhookReply reply, ConnectionOverrides overrides) => reply switch
    {
        { ErrorCode: 11205 or 11210 or 11220 } => overrides.RetriesConnect,
        { ErrorCode: not null } => overrides.RetriesTimeout,
        { Status: >= 500 } => overrides.Retries5xx,
        { Status: >= 400 } => overrides.Retries4xx,
        _ => false,
    };

    private async Task<WebhookReply> FollowAsync(string url, Exchange exchange, CancellationToken cancellation)
    {
        var method = exchange.Request.Method;
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            var (reply, location) = await OnceAsync(url, method, exchange, cancellation);
            switch (reply.Status)
            {
                case 301 or 302 or 303 when location is not null:
                    // The POST becomes a GET and its fields are gone.
                    url = new Uri(new Uri(url), location).AbsoluteUri;
                    method = "GET";
                    exchange = exchange with { Fields = [] };
                    continue;
                case 307 or 308 when location is not null && world.Options.Unsettled.FollowsPreservingRedirects:
                    url = new Uri(new Uri(url), location).AbsoluteUri;
                    continue;
                default:
                    return reply;
            }
        }

        return new() { Url = url, ErrorCode = 11215 };
    }

    private async Task<(WebhookReply Reply, Uri? Location)> OnceAsync(
        string url, string method, Exchange exchange, CancellationToken cancellation)
    {
        using var readLimit = new CancellationTokenSource(exchange.Overrides.ReadTimeout, world.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(readLimit.Token, cancellation);
        using var outside = world.Loop.Outside();
        try
        {
            // Off the loop, so that an app hosted in this process runs on the ordinary scheduler.
            return await Task.Run(() => SendAsync(url, method, exchange, linked.Token), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            return (new() { Url = url, ErrorCode = 11200 }, null);
        }
        catch (HttpRequestException failure)
        {
            return (new() { Url = url, ErrorCode = CodeOf(failure) }, null);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A TestServer lets the app's own exception through; the service would see a closed connection.
            return (new() { Url = url, ErrorCode = 11206 }, null);
        }
    }

    private static int CodeOf(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => 11210,
        HttpRequestError.SecureConnectionError => 11220,
        HttpRequestError.ConnectionError => 11205,
        _ => 11206,
    };

    private async Task<(WebhookReply Reply, Uri? Location)> SendAsync(
        string url, string method, Exchange exchange, CancellationToken cancellation)
    {
        var fields = exchange.Fields;
        var isGet = method.Equals("GET", StringComparison.OrdinalIgnoreCase);
        if (isGet && fields.Count > 0)
        {
            url += (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Encode(fields);
        }

        var userInfo = new Uri(url).UserInfo;
        var signedUrl = SignedUrl.ForVoice(url);
        var client = clients.CreateClient(ClientName);
        var response = await client.SendAsync(Build(authenticated: false), cancellation);
        if (response.StatusCode == HttpStatusCode.Unauthorized && userInfo.Length > 0)
        {
            response.Dispose();
            response = await client.SendAsync(Build(authenticated: true), cancellation);
        }

        using (response)
        {
            var uri = new Uri(signedUrl);
            exchange.Request.Cookies?.Keep(uri, response);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return (
                new()
                {
                    Url = url,
                    Status = (int)response.StatusCode,
                    ContentType = response.Content.Headers.ContentType?.MediaType,
                    Body = body,
                    Chunked = response.Headers.TransferEncodingChunked == true,
                },
                response.Headers.Location);
        }

        HttpRequestMessage Build(bool authenticated)
        {
            var message = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), Deliverable(signedUrl));
            message.Headers.Host = new Uri(signedUrl).Authority;
            message.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
            message.Headers.TryAddWithoutValidation("Accept", "*/*");
            if (exchange.Request.Cookies?.For(new Uri(signedUrl)) is { } cookies)
            {
                message.Headers.TryAddWithoutValidation("Cookie", cookies);
            }

            if (exchange.Token is { } token)
            {
                message.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", token);
            }

            if (!exchange.Request.IsMedia)
            {
                var signature = signer.Sign(signedUrl, isGet ? [] : fields);
                message.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
            }

            if (authenticated)
            {
                var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(userInfo)));
                message.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
            }

            if (!isGet)
            {
                message.Content = new StringContent(
                    Encode(fields), Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded", "utf-8"));
            }

            return message;
        }
    }

    private Uri Deliverable(string url) =>
        world.Options.DeliverTo is { Length: > 0 } host
            ? new Uri(new Uri(host), new Uri(url).PathAndQuery)
            : new Uri(url);

    private static string Encode(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(f => $"{WebUtility.UrlEncode(f.Key)}={WebUtility.UrlEncode(f.Value)}"));

    private sealed record Exchange(
        WebhookRequest Request,
        IReadOnlyList<KeyValuePair<string, string>> Fields,
        ConnectionOverrides Overrides,
        string? Token);
}
