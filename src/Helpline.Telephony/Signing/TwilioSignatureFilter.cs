using System.Text;
using Helpline.Telephony.Options;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Signing;

/// <summary>Stands before a whole group of webhooks: what Twilio did not sign for our account gets 403 and an empty body.</summary>
/// <remarks>
/// The URL is rebuilt from our own public address and the raw request target, never from Host or forwarded headers.
/// Handlers behind it take <see cref="TwilioForm"/>; one that binds a form parameter empties the body first and is refused.
/// </remarks>
internal sealed class TwilioSignatureFilter(
    IOptions<TwilioOptions> options, IPublicAddress address, WebhookMetrics metrics) : IEndpointFilter
{
    /// <summary>Far above any webhook of ours, far below a nuisance.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await CheckAsync(http) is { } refusal)
        {
            metrics.Refused(refusal);
            if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await next(context);
    }

    private async Task<WebhookRefusal?> CheckAsync(HttpContext http)
    {
        var header = http.Request.Headers[TwilioSignature.HeaderName];
        if (header.Count != 1 || string.IsNullOrEmpty(header[0]))
        {
            return WebhookRefusal.MissingSignature;
        }

        var target = Target(http);
        var url = address.BaseUrl + target;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            var query = target.Split('?', 2) is [_, var text] ? TwilioForm.Parse(text) : TwilioForm.Empty;
            return Accept(http, query, Signed(token => TwilioSignature.IsValid(token, header[0], url)), hasFields: true);
        }

        if (await BodyAsync(http.Request) is not { } body)
        {
            return WebhookRefusal.UnreadableBody;
        }

        if (IsForm(http.Request) || body.Length == 0)
        {
            var form = TwilioForm.Parse(Encoding.UTF8.GetString(body));
            return Accept(
                http, form, Signed(token => TwilioSignature.IsValid(token, header[0], url, form.Fields)), hasFields: true);
        }

        return Accept(
            http,
            TwilioForm.Empty,
            Signed(token => TwilioSignature.IsValidBody(token, header[0], url, body)),
            hasFields: false);
    }

    private bool Signed(Func<string, bool> by) => options.Value.AuthTokens.Any(by);

    // A body that is not a form has no AccountSid field; there the token alone says whose it is.
    private WebhookRefusal? Accept(HttpContext http, TwilioForm form, bool signed, bool hasFields)
    {
        if (!signed)
        {
            return WebhookRefusal.BadSignature;
        }

        if (hasFields && !string.Equals(form["AccountSid"], options.Value.AccountSid, StringComparison.Ordinal))
        {
            return WebhookRefusal.WrongAccount;
        }

        http.Features.Set(form);
        return null;
    }

    // Request.Path is already unescaped; the target is what was on the wire. A proxy may send it in absolute form.
    private static string Target(HttpContext http)
    {
        var raw = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (raw.StartsWith('/'))
        {
            return raw;
        }

        var authority = raw.IndexOf("://", StringComparison.Ordinal);
        var path = authority < 0 ? -1 : raw.IndexOf('/', authority + 3);
        return path < 0 ? "/" : raw[path..];
    }

    private static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBodyBytes)
        {
            return null;
        }

        request.EnableBuffering();
        using var copy = new MemoryStream();
        var block = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(block, request.HttpContext.RequestAborted)) > 0)
        {
            if (copy.Length + read > MaxBodyBytes)
            {
                return null;
            }

            copy.Write(block, 0, read);
        }

        request.Body.Position = 0;
        return copy.ToArray();
    }
}
