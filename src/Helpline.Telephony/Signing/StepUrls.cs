using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpline.Telephony.Options;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Signing;

/// <summary>
/// URLs for one step of one call. A Twilio signature has no date and can be replayed for ever, so each step carries a
/// nonce nobody can guess and no other call can use.
/// </summary>
internal sealed class StepUrls(IOptions<TwilioOptions> options, IPublicAddress address)
{
    private const int NonceBytes = 16;

    private readonly Lazy<byte[][]> keys = new(() => [.. options.Value.AuthTokens.Select(token => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        Encoding.UTF8.GetBytes(token),
        outputLength: 32,
        info: "helpline step nonce 1"u8.ToArray()))]);

    /// <summary>The nonce of a step of a call (or of an offer: whatever id the callback can be checked against).</summary>
    public string Nonce(string callSid, string step) => Nonce(keys.Value[0], callSid, step);

    /// <summary>Whether the nonce is that of this call's step, made under either token. In constant time.</summary>
    public bool Verify(string callSid, string step, string? nonce) => nonce is not null && keys.Value.Any(key =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(Nonce(key, callSid, step))));

    /// <summary>The absolute URL of a step: <c>step</c> and <c>n</c> are added to the path's query.</summary>
    public string For(string path, string callSid, string step)
    {
        var joint = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{address.BaseUrl}{path}{joint}step={Uri.EscapeDataString(step)}&n={Nonce(callSid, step)}";
    }

    private static string Nonce(byte[] key, string callSid, string step)
    {
        // The length keeps (ab, c) and (a, bc) apart.
        var message = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{callSid.Length}:{callSid}:{step}"));
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, message).AsSpan(0, NonceBytes));
    }

    /// <summary>The step a request was made for, if its URL carries that call's nonce, else null.</summary>
    public string? StepOf(HttpRequest request, string callSid)
    {
        var step = request.Query["step"].ToString();
        return Verify(callSid, step, request.Query["n"]) ? step : null;
    }
}
