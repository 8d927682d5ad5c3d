using Helpline.Testing;

namespace Helpline.Web.Tests.Staff;

/// <summary>The host as it runs for others, with a telephone service that is not asked for anything. Its database is not migrated.</summary>
internal sealed class StagingFactory : HelplineFactory
{
    public StagingFactory()
    {
        With("environment", "Staging");
        With("Twilio:Mode", "Live");
        With("Twilio:AccountSid", "AC" + new string('0', 32));
        With("Twilio:AuthToken", new string('1', 32));
        With("Twilio:ApiKeySid", "SK" + new string('2', 32));
        With("Twilio:ApiKeySecret", new string('3', 32));
        With("Twilio:TwimlAppSid", "AP" + new string('4', 32));
        With("Twilio:ApiBaseUrl", "http://127.0.0.1:9");
        With("Twilio:PublicBaseUrl", "https://helpline.example.org");
        With("Twilio:CallerId", "+442079460000");
    }
}
