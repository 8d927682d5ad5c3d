using Helpline.Testing;

namespace Helpline.Browser.Tests.Running;

/// <summary>The application in Development, listening on a port of 127.0.0.1, with pretend telephone and mail.</summary>
public sealed class RunningHelpline : HelplineFactory
{
    /// <summary>The password of every account here.</summary>
    public const string Password = "browser-tests-only-password";

    /// <summary>Where it listens, without a trailing slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts listening.</summary>
    /// <param name="alwaysOpen">Whether the hours do not count.</param>
    public void Start(bool alwaysOpen = true)
    {
        // What is heard is read, so it need not take as long as it is spoken.
        With("Twilio:Simulator:SpeechCharactersPerSecond", "70");
        With("Hours:AlwaysOpen", alwaysOpen ? "true" : "false");
        With("Seed:Password", Password);
        With("RateLimits:PublicForms:Permits", "1000");
        With("RateLimits:SignIn:Permits", "1000");
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }
}
