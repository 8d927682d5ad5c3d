using System.Net;
using Helpline.Core.Texts;
using Helpline.Telephony.Options;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Texts;

/// <summary>Sends texts by REST. What only credentials or load stand against is tried again by the outbox.</summary>
internal sealed class TwilioTexts(TwilioRestClient rest, TextUrls urls, IOptions<TwilioOptions> options) : ITextSender
{
    // Later than that nobody expects it any more.
    private const int ValidSeconds = 4 * 60 * 60;

    /// <inheritdoc/>
    public async Task<TextSending> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        try
        {
            var taken = await rest.CreateMessageAsync(
                new CreateMessage
                {
                    To = text.To,
                    From = options.Value.TextNumber.Length > 0 ? options.Value.TextNumber : options.Value.CallerId,
                    Body = text.Body,
                    StatusCallback = urls.Status(text.Id),
                    ValidityPeriod = ValidSeconds,
                },
                cancellationToken);
            return new TextSending(taken.Sid, null);
        }
        catch (TwilioRestException refused) when (refused is { Failure: TwilioFailure.Refused, Code: not (null or TwilioErrorCodes.Authentication) }
            && refused.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
        {
            return new TextSending(null, TextErrors.ReasonOf(refused.Code));
        }
    }
}
