using System.Security.Cryptography;
using System.Text;

namespace Helpline.Telephony.Signing;

/// <summary>Computes and checks <c>X-Twilio-Signature</c>: Base64 of HMAC-SHA1 over the URL and the posted fields.</summary>
/// <remarks>SHA-1 is Twilio's choice, not ours; as an HMAC it is still sound.</remarks>
internal static class TwilioSignature
{
    /// <summary>The header the signature travels in.</summary>
    public const string HeaderName = "X-Twilio-Signature";

    /// <summary>The query field that carries the digest of a body that is not a form.</summary>
    public const string BodyDigestField = "bodySHA256";

    /// <summary>Signs exactly this URL with these posted fields; a GET has none, its query is part of the URL.</summary>
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>>? fields = null)
    {
        var message = new StringBuilder(url);
        foreach (var (name, value) in Sorted(fields ?? []))
        {
            message.Append(name).Append(value);
        }

        var mac = Mac(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(message.ToString()));
        return Convert.ToBase64String(mac);
    }

    /// <summary>Hexadecimal SHA-256 of a raw body, as <c>bodySHA256</c> carries it.</summary>
    public static string BodyDigest(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>Whether the signature fits the URL, with or without its port and in the legacy quoting of its query.</summary>
    public static bool IsValid(
        string authToken, string? signature, string url, IEnumerable<KeyValuePair<string, string>>? fields = null)
    {
        if (string.IsNullOrEmpty(signature))
        {
            return false;
        }

        var given = Encoding.UTF8.GetBytes(signature);
        var posted = fields?.ToList();
        var valid = false;
        foreach (var variant in SignedUrl.Variants(url))
        {
            valid |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Compute(authToken, variant, posted)));
        }

        return valid;
    }

    /// <summary>Whether the signature fits the URL and the URL's digest fits a body that is not a form.</summary>
    public static bool IsValidBody(string authToken, string? signature, string url, ReadOnlySpan<byte> body)
    {
        var digest = SignedUrl.QueryValue(url, BodyDigestField);
        var same = digest is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(digest.ToLowerInvariant()), Encoding.UTF8.GetBytes(BodyDigest(body)));
        return IsValid(authToken, signature, url) && same;
    }

    // Ordinal, never culture order, which puts Called before CallSid on some hosts and not on others.
    // A repeated field counts once for each different value, in order, under its name each time.
    private static IEnumerable<KeyValuePair<string, string>> Sorted(IEnumerable<KeyValuePair<string, string>> fields) =>
        fields.Distinct()
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal);

#pragma warning disable CA5350 // The wire contract prescribes HMAC-SHA1.
    private static byte[] Mac(byte[] key, byte[] message) => HMACSHA1.HashData(key, message);
#pragma warning restore CA5350
}
