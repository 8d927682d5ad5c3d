using Helpline.Telephony.Signing;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Texts;

/// <summary>The address reports on a text come to. It carries the text's own nonce, so that no report can be made up for another.</summary>
internal sealed class TextUrls(StepUrls steps)
{
    private const string Step = "sms-status";

    /// <summary>Where reports on this text go.</summary>
    public string Status(Guid id) =>
        ConnectionOverrides.Retrying.On(steps.For($"{TextPaths.Base}{TextPaths.Status}?text={id:N}", $"{id:N}", Step));

    /// <summary>The text a report is about; null unless its nonce is that text's.</summary>
    public Guid? TextOf(HttpRequest request)
    {
        var subject = request.Query["text"].ToString();
        return steps.StepOf(request, subject) == Step && Guid.TryParseExact(subject, "N", out var id) ? id : null;
    }
}
