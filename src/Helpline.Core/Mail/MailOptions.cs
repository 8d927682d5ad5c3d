namespace Helpline.Core.Mail;

/// <summary>What mails need to know of the site.</summary>
public sealed class MailOptions
{
    /// <summary>The site's public address, without a path's end (key <c>Twilio:PublicBaseUrl</c>); empty when none is configured.</summary>
    public string PublicBaseUrl { get; set; } = "";
}
