using System.Security.Cryptography;

namespace Helpline.Telephony.Options;

/// <summary>Made-up but well-formed credentials, drawn once for each running host and worth nothing elsewhere.</summary>
internal sealed class SimulatorCredentials
{
    /// <summary>Stands in for <see cref="TwilioOptions.AccountSid"/>.</summary>
    public string AccountSid { get; } = "AC" + Hex();

    /// <summary>Stands in for <see cref="TwilioOptions.AuthToken"/>.</summary>
    public string AuthToken { get; } = Hex();

    /// <summary>Stands in for <see cref="TwilioOptions.ApiKeySid"/>.</summary>
    public string ApiKeySid { get; } = "SK" + Hex();

    /// <summary>Stands in for <see cref="TwilioOptions.ApiKeySecret"/>.</summary>
    public string ApiKeySecret { get; } = Hex();

    /// <summary>Stands in for <see cref="TwilioOptions.TwimlAppSid"/>.</summary>
    public string TwimlAppSid { get; } = "AP" + Hex();

    private static string Hex() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
