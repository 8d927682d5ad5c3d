namespace Helpline.Web.Mail;

/// <summary>How mail leaves the house (section <c>SendGrid</c>).</summary>
public sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    /// <summary>The key. Without one nothing is sent.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Where the service is reached.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.sendgrid.com";

    /// <summary>The address mail comes from; when empty, no-reply at the host of <c>Twilio:PublicBaseUrl</c>.</summary>
    public string FromAddress { get; set; } = "";
}
