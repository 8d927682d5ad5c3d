using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Helpline.Telephony.Options;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Rest;

/// <summary>Sends one REST call by the contract's rules of repetition and turns what went wrong into one exception.</summary>
internal sealed partial class TwilioTransport(
    IHttpClientFactory clients,
    IOptions<TwilioOptions> options,
    IPublicAddress address,
    RetryBackoff backoff,
    ILogger<TwilioTransport> logger)
{
    /// <summary>The HTTP client's name.</summary>
    public const string ClientName = "Helpline.Twilio";

    private const string Version = "/2010-04-01/";

    /// <summary>Sends to a path under our account. The answer is disposed by the caller.</summary>
    public Task<JsonDocument?> SendAsync(HttpMethod method, string path, FormFields? fields, CancellationToken cancellation) =>
        SendToAsync(method, $"{Api}{Version}Accounts/{options.Value.AccountSid}/{path}", fields, cancellation);

    /// <summary>Gets a URI from an answer. Twilio gives them relative to the host, and credentials must not go to another.</summary>
    public Task<JsonDocument?> FollowAsync(string hostRelative, CancellationToken cancellation)
    {
        var start = hostRelative.IndexOf(Version, StringComparison.Ordinal);
        return start < 0
            ? throw new TwilioRestException(TwilioFailure.Unavailable, null, null, "The next page is not a resource of this API.")
            : SendToAsync(HttpMethod.Get, Api + hostRelative[start..], null, cancellation);
    }

    /// <summary>Gets media below our account; null on 404. Not repeated: who asked for it will ask again.</summary>
    public async Task<byte[]?> FindSoundAsync(string path, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, $"{Api}{Version}Accounts/{options.Value.AccountSid}/{path}", null);
        request.Headers.Accept.Clear();
        using var client = clients.CreateClient(ClientName);
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            return response switch
            {
                { IsSuccessStatusCode: true } => await response.Content.ReadAsByteArrayAsync(cancellation),
                { StatusCode: HttpStatusCode.NotFound } => null,
                _ => throw await FailureAsync(response, HttpMethod.Get, cancellation),
            };
        }
        catch (HttpRequestException lost)
        {
            throw new TwilioRestException(TwilioFailure.Unavailable, lost.StatusCode, null, null, lost);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TwilioRestException(TwilioFailure.Unavailable, null, null, null, late);
        }
    }

    private string Api => options.Value.ApiBaseUrl.StartsWith('/')
        ? address.BaseUrl + options.Value.ApiBaseUrl.TrimEnd('/')
        : options.Value.ApiBaseUrl.TrimEnd('/');

    private async Task<JsonDocument?> SendToAsync(
        HttpMethod method, string url, FormFields? fields, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await TryAsync(method, url, fields, cancellation);
            }
            catch (TwilioRestException failure) when (tried < RetryBackoff.MaxTries && IsRepeatable(failure.Failure, method))
            {
                LogRetry(method.Method, failure.Failure, tried);
                await backoff.WaitAsync(tried, cancellation);
            }
        }
    }

    // 429 was never executed, whatever it asked. Anything else is repeated only where doing it twice is doing it once.
    private static bool IsRepeatable(TwilioFailure failure, HttpMethod method) => failure switch
    {
        TwilioFailure.Busy => true,
        TwilioFailure.Unavailable => method != HttpMethod.Post,
        TwilioFailure.Refused or TwilioFailure.OutcomeUnknown => false,
    };

    private async Task<JsonDocument?> TryAsync(
        HttpMethod method, string url, FormFields? fields, CancellationToken cancellation)
    {
        using var request = Request(method, url, fields);
        using var client = clients.CreateClient(ClientName);
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? await ReadAsync(response, method, cancellation)
                : throw await FailureAsync(response, method, cancellation);
        }
        catch (HttpRequestException lost)
        {
            var sent = lost.HttpRequestError is not (HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);
            throw new TwilioRestException(Lost(method, sent), lost.StatusCode, null, null, lost);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TwilioRestException(Lost(method, sent: true), null, null, null, late);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string url, FormFields? fields)
    {
        var query = method == HttpMethod.Get && fields is { All.Count: > 0 }
            ? "?" + string.Join('&', fields.All.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))
            : "";
        var request = new HttpRequestMessage(method, url + query)
        {
            Version = HttpVersion.Version11,
            Content = method == HttpMethod.Post ? new FormUrlEncodedContent(fields?.All ?? []) : null,
        };
        var credentials = Encoding.UTF8.GetBytes($"{options.Value.ApiKeySid}:{options.Value.ApiKeySecret}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    private static TwilioFailure Lost(HttpMethod method, bool sent) =>
        sent && method == HttpMethod.Post ? TwilioFailure.OutcomeUnknown : TwilioFailure.Unavailable;

    private static async Task<JsonDocument?> ReadAsync(HttpResponseMessage response, HttpMethod method, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            return null;
        }

        try
        {
            return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), default, cancellation);
        }
        catch (JsonException unreadable)
        {
            throw new TwilioRestException(Lost(method, sent: true), response.StatusCode, null, null, unreadable);
        }
    }

    private static async Task<TwilioRestException> FailureAsync(
        HttpResponseMessage response, HttpMethod method, CancellationToken cancellation)
    {
        var status = response.StatusCode;
        var failure = status switch
        {
            HttpStatusCode.TooManyRequests => TwilioFailure.Busy,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Lost(method, sent: true),
            _ => TwilioFailure.Refused,
        };
        var body = await response.Content.ReadAsStringAsync(cancellation);
        var (code, message) = TwilioErrorBody.Read(body);
        return new TwilioRestException(failure, status, code, message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio {Method} failed as {Failure} at try {Try}; trying again.")]
    private partial void LogRetry(string method, TwilioFailure failure, int @try);
}
