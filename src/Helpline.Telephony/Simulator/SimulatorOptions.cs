namespace Helpline.Telephony.Simulator;

/// <summary>Knobs of the simulated service, bound to <c>Twilio:Simulator</c>.</summary>
internal sealed class SimulatorOptions
{
    public const string Section = "Twilio:Simulator";

    public SimulatorProfile Profile { get; set; } = SimulatorProfile.Gentle;

    /// <summary>12200 warnings, unknown REST fields, loops and broken invariants become recorded failures.</summary>
    public bool Strict { get; set; }

    /// <summary>Where webhooks really go when that differs from the public address (a proxy stands between).</summary>
    public string? DeliverTo { get; set; }

    /// <summary>The account's number, E.164; empty means <c>Twilio:CallerId</c>.</summary>
    public string PhoneNumber { get; set; } = "";

    /// <summary>Absolute, or relative to <c>Twilio:PublicBaseUrl</c>; may carry connection overrides in its fragment.</summary>
    public string VoiceUrl { get; set; } = "/twilio/voice/incoming";

    public string VoiceMethod { get; set; } = "POST";

    public string VoiceFallbackUrl { get; set; } = "/twilio/voice/fallback";

    public string VoiceFallbackMethod { get; set; } = "POST";

    public string StatusCallback { get; set; } = "/twilio/voice/status";

    public string StatusCallbackMethod { get; set; } = "POST";

    /// <summary>Where every error and warning the service logs is posted as JSON; empty is nowhere.</summary>
    public string EventsUrl { get; set; } = "";

    /// <summary>Region of the account and its number: us1 or ie1. The credentials under <c>Twilio:</c> are that region's.</summary>
    public string Region { get; set; } = SimulatorRegions.Us1;

    /// <summary>The token a rotation will promote; unused until then.</summary>
    public string SecondaryAuthToken { get; set; } = "";

    /// <summary>Refuses webhook URLs the public service could not reach, such as localhost.</summary>
    public bool ProductionLike { get; set; }

    public string SmsUrl { get; set; } = "/twilio/sms/incoming";

    /// <summary>Further numbers an outgoing call may show.</summary>
    public IList<string> VerifiedCallerIds { get; } = [];

    /// <summary>New outgoing calls a second; the rest queue.</summary>
    public double CallsPerSecond { get; set; } = 1;

    public int MaxConcurrentRequests { get; set; } = 100;

    public double SpeechCharactersPerSecond { get; set; } = 14;

    public ChaosOptions Chaos { get; } = new();

    public UnsettledBehaviour Unsettled { get; } = new();

    /// <summary>Sets the knobs to the profile's values.</summary>
    public void UseProfile(SimulatorProfile profile)
    {
        Profile = profile;
        Strict = profile != SimulatorProfile.Gentle;
        switch (profile)
        {
            case SimulatorProfile.Hostile:
                Chaos.MakeHostile();
                break;
            case SimulatorProfile.Faultless:
                Chaos.MakeFaultless();
                break;
            case SimulatorProfile.Gentle:
                break;
        }
    }
}
