namespace Helpline.Telephony.Options;

/// <summary>Who answers our REST calls and sends our webhooks. Read while services are registered and nowhere else.</summary>
internal enum TwilioMode
{
    /// <summary>The real service, or a stand-in that <c>Twilio:ApiBaseUrl</c> points at.</summary>
    Live,

    /// <summary>The simulator inside this application.</summary>
    Simulator,
}
