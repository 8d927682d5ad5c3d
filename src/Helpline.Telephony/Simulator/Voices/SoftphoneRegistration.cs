using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Helpline.Telephony.Simulator.Voices;

/// <summary>Reads the token a softphone registers with, as strictly as the service does.</summary>
internal static class SoftphoneRegistration
{
    private const int Invalid = 20101;
    private const int Expired = 20104;
    private const int BadSignature = 31202;
    private const int BadLifetime = 31207;
    private const int NotAllowed = 31201;
    private const long LongestSeconds = 86_400;

    /// <summary>The identity that may be rung, or the service's error code for why not.</summary>
    public static (string? Identity, int? Error) Read(SimulatorWorld world, string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return (null, Invalid);
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return (Text(header, "alg"), Text(header, "cty")) != ("HS256", "twilio-fpa;v=1") ? (null, Invalid)
                : !IsSigned(world.Account, parts) ? (null, BadSignature)
                : Claims(world, payload.RootElement);
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, Invalid);
        }
    }

    private static bool IsSigned(SimulatorAccount account, string[] parts) => CryptographicOperations.FixedTimeEquals(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(account.ApiKeySecret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")),
        Base64Url.DecodeFromChars(parts[2]));

    private static (string? Identity, int? Error) Claims(SimulatorWorld world, JsonElement claims)
    {
        var expires = claims.GetProperty("exp").GetInt64();
        var from = claims.GetProperty("iat").GetInt64();
        var voice = claims.GetProperty("grants").GetProperty("voice");
        var identity = claims.GetProperty("grants").GetProperty("identity").GetString();
        return claims.GetProperty("iss").GetString() != world.Account.ApiKeySid || claims.GetProperty("sub").GetString() != world.Account.AccountSid ? (null, Invalid)
            : expires - from > LongestSeconds ? (null, BadLifetime)
            : expires <= world.Clock.GetUtcNow().ToUnixTimeSeconds() ? (null, Expired)
            : voice.TryGetProperty("incoming", out var incoming) && incoming.GetProperty("allow").GetBoolean() && identity is { Length: > 0 } ? (identity, null)
            : (null, NotAllowed);
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
}
