using System.Security.Cryptography;

namespace Helpline.Testing.Simulation;

/// <summary>How a simulator of its own is set up.</summary>
public sealed record SimulatorHostSettings
{
    /// <summary>The address webhooks are signed for; the app must have the same.</summary>
    public string PublicBaseUrl { get; init; } = "http://helpline.test";

    /// <summary>Faultless, Gentle or Hostile.</summary>
    public string Profile { get; init; } = "Faultless";

    /// <summary>Null draws a seed.</summary>
    public int? Seed { get; init; }

    /// <summary>Null is the system's clock.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Further keys under <c>Twilio:Simulator</c>, in full.</summary>
    public IReadOnlyDictionary<string, string?> Simulator { get; init; } = new Dictionary<string, string?>();

    /// <summary>Takes the place of the network, for an app on a TestServer.</summary>
    public Func<HttpMessageHandler>? AppHandler { get; init; }

    internal Dictionary<string, string?> ToConfiguration() => new()
    {
        ["Twilio:Mode"] = "Live",
        ["Twilio:AccountSid"] = "AC" + Hex(),
        ["Twilio:AuthToken"] = Hex(),
        ["Twilio:ApiKeySid"] = "SK" + Hex(),
        ["Twilio:ApiKeySecret"] = Hex(),
        ["Twilio:TwimlAppSid"] = "AP" + Hex(),
        ["Twilio:CallerId"] = "+448081570100",
        ["Twilio:PublicBaseUrl"] = PublicBaseUrl,
        ["Twilio:ApiBaseUrl"] = PublicBaseUrl + "/simulator/twilio",
        ["Twilio:Simulator:Profile"] = Profile,
        ["Twilio:Simulator:Chaos:Seed"] = Seed?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Hex() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}

/// <summary>How the party at the far end of a leg takes to being rung.</summary>
public enum FarEndBehaviour
{
    Answers,
    AnswersAndPressesOne,
    Ignores,
    Rejects,
    Unreachable,
    Voicemail,

    /// <summary>The browser dies; the service notices half a minute later.</summary>
    CrashesAfterTenSeconds,
}

/// <summary>A call as a test sees it.</summary>
public sealed record SimulatedCallView(string Status, IReadOnlyList<string> Transcript, string Document);
