using Helpline.Telephony.Options;

namespace Helpline.Telephony.Simulator;

/// <summary>The account's credentials. The Auth Token signs webhooks; the API key only opens REST.</summary>
internal sealed record SimulatorAccount(string AccountSid, string AuthToken, string ApiKeySid, string ApiKeySecret)
{
    public static SimulatorAccount From(TwilioOptions options) =>
        new(options.AccountSid, options.AuthToken, options.ApiKeySid, options.ApiKeySecret);

    /// <summary>Whether a Basic user and password open the REST API.</summary>
    public bool Opens(string user, string password) =>
        password.Length > 0 && ((user == AccountSid && password == AuthToken) || (user == ApiKeySid && password == ApiKeySecret));
}
