using Helpline.Telephony.Options;

namespace Helpline.Telephony.Simulator;

/// <summary>The account's credentials in one region. The primary Auth Token signs webhooks; the API key only opens REST.</summary>
internal sealed record SimulatorAccount(string AccountSid, string AuthToken, string ApiKeySid, string ApiKeySecret)
{
    /// <summary>Drawn up for a rotation: neither signs nor opens anything until it is promoted. Empty when there is none.</summary>
    public string SecondaryAuthToken { get; init; } = "";

    public static SimulatorAccount From(TwilioOptions options, string secondaryAuthToken) =>
        new(options.AccountSid, options.AuthToken, options.ApiKeySid, options.ApiKeySecret) { SecondaryAuthToken = secondaryAuthToken };

    /// <summary>Whether a Basic user and password open the REST API.</summary>
    public bool Opens(string user, string password) =>
        password.Length > 0 && ((user == AccountSid && password == AuthToken) || (user == ApiKeySid && password == ApiKeySecret));

    /// <summary>The account once its secondary token has taken the primary's place; the old one is gone.</summary>
    public SimulatorAccount Promoted() => SecondaryAuthToken.Length > 0
        ? this with { AuthToken = SecondaryAuthToken, SecondaryAuthToken = "" }
        : throw new InvalidOperationException("There is no secondary token to promote.");
}
