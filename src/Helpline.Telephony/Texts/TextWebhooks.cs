using System.Globalization;
using Helpline.Core.Texts;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Options;
using Helpline.Telephony.Signing;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Texts;

/// <summary>What Twilio tells of texts: one came in, or one of ours went its way. Both may come twice, late and in any order.</summary>
internal sealed class TextWebhooks(TextIntake intake, TextReports reports, TextUrls urls, IPublicAddress address, IOptions<TwilioOptions> options)
{
    private static readonly byte[] Silence = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>"u8.ToArray();

    /// <summary>A text came. It is saved before it is answered, and answered with silence: what we have to say goes out by REST.</summary>
    public async Task<IResult> IncomingAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        if (form["MessageSid"] is not { Length: > 0 and <= TextMessage.CodeLength } id)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        await intake.ReceiveAsync(
            new IncomingText
            {
                ProviderId = id,
                From = SenderOf(form["From"]),
                Body = form["Body"],
                Media = int.TryParse(form["NumMedia"], NumberStyles.None, CultureInfo.InvariantCulture, out var media) ? media : 0,
                OptOutType = form["OptOutType"] is { Length: > 0 } said ? said : null,
                Origin = options.Value.PublicBaseUrl.Length == 0 ? address.BaseUrl : null,
            },
            cancellationToken);
        return new TwimlResult(Silence);
    }

    /// <summary>A text of ours went its way.</summary>
    public async Task<IResult> StatusAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (urls.TextOf(http.Request) is not { } id)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var form = TwilioForm.Of(http);
        if (StateOf(form["MessageStatus"]) is { } state)
        {
            var reason = state == TextState.NotDelivered ? TextErrors.ReasonOf(int.TryParse(form["ErrorCode"], out var code) ? code : null) : null;
            var sid = form["MessageSid"] is { Length: > 0 and <= TextMessage.CodeLength } given ? given : null;
            await reports.NoteAsync(id, state, sid, reason, cancellationToken);
        }

        return Results.NoContent();
    }

    // A name or a short code sends texts too; only what spells a withheld number is nobody.
    private static string SenderOf(string from) =>
        CallerNumber.Parse(from) is { } number ? number
        : from.StartsWith('+') || from is "anonymous" or "unknown" or "restricted" or "unavailable" or "private" ? ""
        : from.Trim();

    private static TextState? StateOf(string status) => status switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => TextState.Taken,
        "sent" => TextState.Sent,
        "delivered" or "read" => TextState.Delivered,
        "undelivered" or "failed" or "canceled" => TextState.NotDelivered,
        _ => null,
    };
}
