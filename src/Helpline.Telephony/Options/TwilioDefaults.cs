using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Options;

/// <summary>Fills in what configuration left out. A Live host is only given the public API's address, never credentials.</summary>
internal sealed class TwilioDefaults(SimulatorCredentials made) : IPostConfigureOptions<TwilioOptions>
{
    /// <summary>The public REST service.</summary>
    public const string PublicApi = "https://api.twilio.com";

    /// <summary>Where the simulator answers REST calls, under our own public address.</summary>
    public const string SimulatorApi = "/simulator/twilio";

    /// <summary>From the freephone range Ofcom keeps for fiction, so that nobody can be rung by it.</summary>
    public const string SimulatorCallerId = "+448081570100";

    /// <inheritdoc/>
    public void PostConfigure(string? name, TwilioOptions options)
    {
        if (options.Mode != TwilioMode.Simulator)
        {
            options.ApiBaseUrl = Or(options.ApiBaseUrl, PublicApi);
            return;
        }

        options.AccountSid = Or(options.AccountSid, made.AccountSid);
        options.AuthToken = Or(options.AuthToken, made.AuthToken);
        options.ApiKeySid = Or(options.ApiKeySid, made.ApiKeySid);
        options.ApiKeySecret = Or(options.ApiKeySecret, made.ApiKeySecret);
        options.TwimlAppSid = Or(options.TwimlAppSid, made.TwimlAppSid);
        options.ApiBaseUrl = Or(options.ApiBaseUrl, SimulatorApi);
        options.CallerId = Or(options.CallerId, SimulatorCallerId);
    }

    private static string Or(string value, string otherwise) => string.IsNullOrWhiteSpace(value) ? otherwise : value;
}
