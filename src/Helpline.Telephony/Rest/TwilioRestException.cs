using System.Net;

namespace Helpline.Telephony.Rest;

/// <summary>A REST call that did not succeed. Twilio's own words may repeat a number, so they stay out of the message.</summary>
internal sealed class TwilioRestException(
    TwilioFailure failure, HttpStatusCode? status, int? code, string? detail, Exception? inner = null)
    : Exception(FormattableString.Invariant($"Twilio REST call: {failure}, status {(int?)status}, code {code}."), inner)
{
    /// <summary>What is known of its effect.</summary>
    public TwilioFailure Failure => failure;

    /// <summary>The HTTP status, if there was an answer.</summary>
    public HttpStatusCode? Status => status;

    /// <summary>Twilio's error code, such as those in <see cref="TwilioErrorCodes"/>.</summary>
    public int? Code => code;

    /// <summary>Twilio's own words. Never log them.</summary>
    public string? Detail => detail;
}
