using Helpline.Telephony.Options;

namespace Helpline.Telephony.Simulator;

/// <summary>One of the service's regions: its REST host, and the credentials the account has there and nowhere else.</summary>
internal sealed record SimulatorRegion(string Name, string Host, SimulatorAccount Account);

/// <summary>
/// The regions the account can be used in. Its number, and with it everything that happens, is in <see cref="Home"/>; the other
/// has a token and keys of its own and holds nothing.
/// </summary>
internal sealed class SimulatorRegions
{
    public const string Us1 = "us1";
    public const string Ie1 = "ie1";

    private static readonly Dictionary<string, string> Hosts = new(StringComparer.Ordinal)
    {
        [Us1] = "api.twilio.com",
        [Ie1] = "api.dublin.ie1.twilio.com",
    };

    // What the options do not give, the other region's credentials, is drawn: 32 hexadecimal digits at a time.
    public SimulatorRegions(SimulatorOptions options, TwilioOptions twilio, Func<string> drawHex)
    {
        if (!Hosts.TryGetValue(options.Region, out var host))
        {
            throw new InvalidOperationException("Twilio:Simulator:Region must be us1 or ie1.");
        }

        var elsewhere = options.Region == Us1 ? Ie1 : Us1;
        Home = new(options.Region, host, SimulatorAccount.From(twilio, options.SecondaryAuthToken));
        Other = new(elsewhere, Hosts[elsewhere], new(twilio.AccountSid, drawHex(), "SK" + drawHex(), drawHex()));
    }

    /// <summary>Where the account's number is; its token signs the webhooks.</summary>
    public SimulatorRegion Home { get; private set; }

    public SimulatorRegion Other { get; }

    /// <summary>The region a REST host belongs to. A host of our own, as in Development, is the home region's.</summary>
    public SimulatorRegion At(string host) => host.Equals(Other.Host, StringComparison.OrdinalIgnoreCase) ? Other : Home;

    /// <summary>Ends a rotation of the home region's token.</summary>
    public void PromoteSecondaryToken() => Home = Home with { Account = Home.Account.Promoted() };
}
