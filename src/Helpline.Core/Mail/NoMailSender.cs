using Helpline.Core.Outbox;

namespace Helpline.Core.Mail;

/// <summary>Stands where no way to send mail is configured: mails wait in the outbox and are sent once there is one.</summary>
public sealed class NoMailSender : IMailSender
{
    /// <inheritdoc/>
    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
        throw new OutboxWaitException("No way to send mail is configured: set SendGrid:ApiKey.");
}
