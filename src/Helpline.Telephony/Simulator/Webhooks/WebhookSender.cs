using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>One request to one URL, and what came of it.</summary>
internal sealed class WebhookSender(SimulatorWorld world, IHttpClientFactory clients, WebhookSigner signer)
{
    public async Task<(WebhookReply Reply, Uri? Location)> SendAsync(
        string url, string method, WebhookExchange exchange, CancellationToken cancellation)
    {
        var overrides = exchange.Overrides;
        if (world.Faults.TakeConnectHang())
        {
            await HangAsync(overrides.ConnectTimeout, cancellation);
            return (new() { Url = url, ErrorCode = 11205 }, null);
        }

        var terms = new ConnectTerms(world.Clock, overrides.ConnectTimeout, overrides.Sni, world.Edges.Next(overrides.Edge));
        using var readLimit = new CancellationTokenSource(overrides.ReadTimeout, world.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(readLimit.Token, cancellation);
        using var outside = world.Loop.Outside();
        try
        {
            // Off the loop, so that an app hosted in this process runs on the ordinary scheduler.
            return await Task.Run(() => ExchangeAsync(url, method, exchange, terms, linked.Token), CancellationToken.None);
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

    // Nobody picks up the connection; the attempt ends with its connect timeout.
    private async Task HangAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        try
        {
            await world.PauseAsync(timeout, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The time of all attempts ran out before this one's did.
        }
    }

    private static int CodeOf(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => 11210,
        HttpRequestError.SecureConnectionError => 11220,
        HttpRequestError.ConnectionError when failure.InnerException is AuthenticationException => 11220,
        HttpRequestError.ConnectionError => 11205,
        _ => 11206,
    };

    private async Task<(WebhookReply Reply, Uri? Location)> ExchangeAsync(
        string url, string method, WebhookExchange exchange, ConnectTerms terms, CancellationToken cancellation)
    {
        var isGet = method.Equals("GET", StringComparison.OrdinalIgnoreCase);
        url = exchange.Request.Json is { } json ? With(url, $"{TwilioSignature.BodyDigestField}={TwilioSignature.BodyDigest(json)}")
            : isGet && exchange.Fields.Count > 0 ? With(url, Encode(exchange.Fields))
            : url;
        var signedUrl = SignedUrl.ForVoice(url);
        var userInfo = new Uri(url).UserInfo;
        var signature = SignatureOf(exchange, signedUrl, isGet ? [] : exchange.Fields);
        var client = clients.CreateClient(WebhookClient.ClientName);
        using var first = await client.SendAsync(Build(userInfo: ""), cancellation);
        if (first.StatusCode != HttpStatusCode.Unauthorized || userInfo.Length == 0)
        {
            return await ReadAsync(url, signedUrl, exchange.Request, first, cancellation);
        }

        using var second = await client.SendAsync(Build(userInfo), cancellation);
        return await ReadAsync(url, signedUrl, exchange.Request, second, cancellation);

        HttpRequestMessage Build(string userInfo)
        {
            var message = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), Deliverable(signedUrl));
            WebhookConnector.Require(message, terms);
            AddHeaders(message, exchange, signedUrl, signature, userInfo);
            message.Content = isGet ? null : Content(exchange);
            return message;
        }
    }

    private string? SignatureOf(WebhookExchange exchange, string signedUrl, IReadOnlyList<KeyValuePair<string, string>> signed)
    {
        if (exchange.Request.IsMedia)
        {
            return null;
        }

        if (exchange.Forged is not { } forged)
        {
            return signer.Sign(signedUrl, signed);
        }

        var all = SignatureForger.All(world.Account, signedUrl, signed);
        var chosen = all[forged.Draw % all.Count];
        forged.Kind = chosen.Kind;
        return chosen.Signature;
    }

    private void AddHeaders(HttpRequestMessage message, WebhookExchange exchange, string signedUrl, string? signature, string userInfo)
    {
        message.Headers.Host = new Uri(signedUrl).Authority;
        // A connection that is kept would keep its address.
        message.Headers.ConnectionClose = world.Options.Strict;
        message.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        message.Headers.TryAddWithoutValidation("Accept", "*/*");
        AddHeader(message, "Cookie", exchange.Request.Cookies?.For(new Uri(signedUrl)));
        AddHeader(message, "I-Twilio-Idempotency-Token", exchange.Token);
        AddHeader(message, TwilioSignature.HeaderName, signature);
        if (userInfo.Length > 0)
        {
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(userInfo)));
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        }
    }

    private static void AddHeader(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static HttpContent Content(WebhookExchange exchange)
    {
        if (exchange.Request.Json is not { } json)
        {
            return new StringContent(
                Encode(exchange.Fields), Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded", "utf-8"));
        }

        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static async Task<(WebhookReply Reply, Uri? Location)> ReadAsync(
        string url, string signedUrl, WebhookRequest request, HttpResponseMessage response, CancellationToken cancellation)
    {
        request.Cookies?.Keep(new Uri(signedUrl), response);
        var reply = new WebhookReply
        {
            Url = url,
            Status = (int)response.StatusCode,
            ContentType = response.Content.Headers.ContentType?.MediaType,
            Body = await response.Content.ReadAsByteArrayAsync(cancellation),
            Chunked = response.Headers.TransferEncodingChunked == true,
        };
        return (reply, response.Headers.Location);
    }

    private Uri Deliverable(string url) =>
        world.Options.DeliverTo is { Length: > 0 } host
            ? new Uri(new Uri(host), new Uri(url).PathAndQuery)
            : new Uri(url);

    private static string With(string url, string query) => url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;

    private static string Encode(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(f => $"{WebUtility.UrlEncode(f.Key)}={WebUtility.UrlEncode(f.Value)}"));
}
