using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helpline.Telephony.Options;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Tokens;

/// <summary>Makes the short-lived token a softphone registers with. There is no revoking one, hence an hour at most.</summary>
internal sealed partial class VoiceAccessToken(IOptions<TwilioOptions> options, TimeProvider clock)
{
    /// <summary>The longest a token may live.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(1);

    /// <summary>Signs a token for an identity of letters, digits and underscores, such as <c>adv_17</c>.</summary>
    public string Create(string identity, TimeSpan lifetime, bool allowIncoming = true)
    {
        if (!Identity().IsMatch(identity))
        {
            throw new ArgumentException("An identity has 1 to 256 letters, digits and underscores.", nameof(identity));
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, MaxLifetime);
        var twilio = options.Value;
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var header = Json(json => WriteHeader(json, Region(twilio.ApiBaseUrl)));
        var payload = Json(json => WritePayload(json, twilio, identity, now, (long)lifetime.TotalSeconds, allowIncoming));
        var content = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(twilio.ApiKeySecret), Encoding.ASCII.GetBytes(content));
        return $"{content}.{Base64Url.EncodeToString(mac)}";
    }

    /// <summary>Where a browser enters the network of the region the REST service is in; the nearest, unless the region is Ireland's.</summary>
    public static string EdgeFor(string apiBaseUrl) => Region(apiBaseUrl) == "ie1" ? "dublin" : "roaming";

    private static void WriteHeader(Utf8JsonWriter json, string? region)
    {
        json.WriteString("alg", "HS256");
        json.WriteString("typ", "JWT");
        json.WriteString("cty", "twilio-fpa;v=1");
        if (region is not null)
        {
            json.WriteString("twr", region);
        }
    }

    private static void WritePayload(
        Utf8JsonWriter json, TwilioOptions twilio, string identity, long now, long seconds, bool allowIncoming)
    {
        json.WriteString("jti", FormattableString.Invariant($"{twilio.ApiKeySid}-{now}"));
        json.WriteString("iss", twilio.ApiKeySid);
        json.WriteString("sub", twilio.AccountSid);
        json.WriteNumber("iat", now);
        json.WriteNumber("nbf", now);
        json.WriteNumber("exp", now + seconds);
        json.WriteStartObject("grants");
        json.WriteString("identity", identity);
        json.WriteStartObject("voice");
        if (allowIncoming)
        {
            json.WriteStartObject("incoming");
            json.WriteBoolean("allow", true);
            json.WriteEndObject();
        }

        json.WriteStartObject("outgoing");
        json.WriteString("application_sid", twilio.TwimlAppSid);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A regional host is api.<edge>.<region>.twilio.com, and a token must name the region its key belongs to.
    private static string? Region(string apiBaseUrl) =>
        Uri.TryCreate(apiBaseUrl, UriKind.Absolute, out var uri) && RegionalHost().Match(uri.Host) is { Success: true } match
            ? match.Groups["region"].Value
            : null;

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_]{1,256}\z")]
    private static partial Regex Identity();

    [GeneratedRegex(@"\Aapi\.[a-z0-9-]+\.(?<region>[a-z0-9]+)\.twilio\.com\z")]
    private static partial Regex RegionalHost();
}
