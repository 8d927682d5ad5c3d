using Helpline.Telephony.Options;

namespace Helpline.Telephony.Tests;

/// <summary>Options of a made-up live account.</summary>
internal sealed class TwilioOptionsBuilder
{
    public string Api { get; init; } = "https://twilio.example";

    public TwilioOptions Options => new()
    {
        AccountSid = "AC00112233445566778899aabbccddeeff",
        AuthToken = "token",
        ApiKeySid = "SK00112233445566778899aabbccddeeff",
        ApiKeySecret = "secret",
        TwimlAppSid = "AP00112233445566778899aabbccddeeff",
        ApiBaseUrl = Api,
        PublicBaseUrl = "https://helpline.example",
        CallerId = "+448081570000",
    };
}
