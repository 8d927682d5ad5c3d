using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>The service's side of the signature, always with the token that is primary just then.</summary>
internal sealed class WebhookSigner(Func<string> authToken)
{
    public string Sign(string url, IEnumerable<KeyValuePair<string, string>> fields) =>
        TwilioSignature.Compute(authToken(), url, fields);

    /// <summary>Throws unless the signature agrees with the service's published examples.</summary>
    public static void SelfTest()
    {
        var signer = new WebhookSigner(() => "12345");
        Check(
            signer.Sign("https://example.com/myapp.php?foo=1&bar=2", Fields("+14158675310")),
            "L/OH5YylLD5NRKLltdqwSvS0BnU=");
        Check(
            signer.Sign("https://mycompany.com/myapp.php?foo=1&bar=2", Fields("+14158675309")),
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        var digest = TwilioSignature.BodyDigest("{\"property\": \"value\", \"boolean\": true}"u8);
        Check(
            signer.Sign($"https://mycompany.com/myapp.php?foo=1&bar=2&{TwilioSignature.BodyDigestField}={digest}", []),
            "a9nBmqA0ju/hNViExpshrM61xv4=");

        static KeyValuePair<string, string>[] Fields(string caller) =>
        [
            new("CallSid", "CA1234567890ABCDE"), new("Caller", caller), new("Digits", "1234"),
            new("From", caller), new("To", "+18005551212"),
        ];

        static void Check(string actual, string expected)
        {
            if (actual != expected)
            {
                throw new InvalidOperationException("The simulator's signature does not match the published vectors.");
            }
        }
    }
}
