using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.TwiML;

/// <summary>Answers a webhook with a document, or with one stored earlier so that a repeat hears the same.</summary>
internal sealed class TwimlResult(byte[] document) : IResult
{
    /// <summary>Exactly what Twilio parses as TwiML.</summary>
    public const string ContentType = "text/xml; charset=utf-8";

    /// <summary>Answers with this document, spoken in the voice given.</summary>
    public TwimlResult(ITwiml document, SpeechStyle style)
        : this(document.ToUtf8(style))
    {
    }

    /// <summary>The bytes answered, for storing.</summary>
    public ReadOnlyMemory<byte> Document => document;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = ContentType;
        // A stated length, because Twilio refuses an empty chunked body.
        httpContext.Response.ContentLength = document.Length;
        httpContext.Response.Headers.CacheControl = "no-store";
        await httpContext.Response.Body.WriteAsync(document, httpContext.RequestAborted);
    }
}
