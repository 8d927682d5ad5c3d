namespace Helpline.Telephony.Options;

/// <summary>The <c>Twilio:</c> section. Defaults are filled in by <see cref="TwilioDefaults"/> and checked at start.</summary>
internal sealed class TwilioOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string Section = "Twilio";

    /// <summary>Live unless configuration says otherwise, so that a bare production host refuses to start.</summary>
    public TwilioMode Mode { get; set; } = TwilioMode.Live;

    /// <summary>The account that owns the numbers (AC and 32 hexadecimal digits).</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The primary token. Signs and checks webhooks; REST uses the API key.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>
    /// A second token that is taken beside <see cref="AuthToken"/> while it is being changed: the one to come, and after the change the one that was. Empty otherwise.
    /// </summary>
    public string OtherAuthToken { get; set; } = "";

    /// <summary>The API key for REST calls and access tokens (SK and 32 hexadecimal digits).</summary>
    public string ApiKeySid { get; set; } = "";

    /// <summary>The API key's secret.</summary>
    public string ApiKeySecret { get; set; } = "";

    /// <summary>The TwiML application that softphone calls enter by (AP and 32 hexadecimal digits).</summary>
    public string TwimlAppSid { get; set; } = "";

    /// <summary>Base of the REST service; a path such as <c>/simulator/twilio</c> is taken under our own public address.</summary>
    public string ApiBaseUrl { get; set; } = "";

    /// <summary>The address Twilio reaches us at. Empty in Simulator mode means the server's own bound address.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>The number our outbound legs present, in E.164.</summary>
    public string CallerId { get; set; } = "";

    /// <summary>The number our texts come from, in E.164; one that can take replies. Empty: <see cref="CallerId"/>.</summary>
    public string TextNumber { get; set; } = "";

    /// <summary>The tokens by which a webhook may be signed, the one we use ourselves first.</summary>
    public IEnumerable<string> AuthTokens => OtherAuthToken.Length > 0 ? [AuthToken, OtherAuthToken] : [AuthToken];
}
