using System.Collections.Concurrent;
using Helpline.Telephony.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>One webhook as the app received it.</summary>
public sealed record ReceivedWebhook(string Path, string Method, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Token, string? Cookie)
{
    /// <summary>The body as it came, of a POST.</summary>
    public string Body { get; init; } = "";

    /// <summary>Names of the fields.</summary>
    public IReadOnlySet<string> Names => Fields.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);

    public string? this[string name] => Fields.Where(f => f.Key == name).Select(f => f.Value).FirstOrDefault();

    public bool Has(string name) => Fields.Any(f => f.Key == name);
}

/// <summary>An app of nothing but scripted answers by path, which checks every signature and remembers every request.</summary>
internal sealed class ScriptedApp(string authToken)
{
    private readonly ConcurrentDictionary<string, Func<ReceivedWebhook, HttpContext, Task>> pages = new();
    private readonly ConcurrentQueue<ReceivedWebhook> received = new();

    public IReadOnlyList<ReceivedWebhook> Received => [.. received];

    /// <summary>The token this app believes to be the account's.</summary>
    public string AuthToken { get; set; } = authToken;

    public int BadSignatures { get; private set; }

    public IReadOnlyList<ReceivedWebhook> To(string path) => [.. received.Where(r => r.Path == path)];

    public ScriptedApp Twiml(string path, string verbs) => Twiml(path, _ => verbs);

    public ScriptedApp Twiml(string path, Func<ReceivedWebhook, string> verbs) =>
        Page(path, (request, http) => WriteAsync(http, $"<Response>{verbs(request)}</Response>", "text/xml"));

    public ScriptedApp Page(string path, Func<ReceivedWebhook, HttpContext, Task> page)
    {
        pages[path] = page;
        return this;
    }

    public ScriptedApp Reply(string path, int status, string? contentType = null, string body = "") => Page(path, (_, http) =>
    {
        http.Response.StatusCode = status;
        return contentType is null && body.Length == 0 ? Task.CompletedTask : WriteAsync(http, body, contentType);
    });

    public static Task WriteAsync(HttpContext http, string body, string? contentType)
    {
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(body, http.RequestAborted);
    }

    public async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var isGet = HttpMethods.IsGet(http.Request.Method);
        var text = isGet ? (http.Request.QueryString.Value ?? "").TrimStart('?') : await reader.ReadToEndAsync(http.RequestAborted);
        var isJson = http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        var form = isJson ? TwilioForm.Empty : TwilioForm.Parse(text);
        var request = new ReceivedWebhook(
            http.Request.Path,
            http.Request.Method,
            form.Fields,
            (string?)http.Request.Headers["I-Twilio-Idempotency-Token"],
            (string?)http.Request.Headers.Cookie)
        {
            Body = isGet ? "" : text,
        };
        received.Enqueue(request);
        var (signature, url) = ((string?)http.Request.Headers[TwilioSignature.HeaderName], http.Request.GetEncodedUrl());
        var valid = isJson
            ? TwilioSignature.IsValidBody(AuthToken, signature, url, System.Text.Encoding.UTF8.GetBytes(text))
            : TwilioSignature.IsValid(AuthToken, signature, url, isGet ? [] : form.Fields);
        if (!valid && !http.Request.Path.StartsWithSegments("/media"))
        {
            BadSignatures++;
        }

        if (pages.TryGetValue(http.Request.Path, out var page))
        {
            await page(request, http);
        }
        else
        {
            http.Response.StatusCode = 204;
        }
    }
}
