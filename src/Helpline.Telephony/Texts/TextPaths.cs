namespace Helpline.Telephony.Texts;

/// <summary>The paths of texts. The first is configured on the number and never changes.</summary>
internal static class TextPaths
{
    public const string Base = "/twilio/sms";
    public const string Incoming = "/incoming";
    public const string Status = "/status";
}
