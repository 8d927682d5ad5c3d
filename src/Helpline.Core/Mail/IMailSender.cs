namespace Helpline.Core.Mail;

/// <summary>Carries mail to people.</summary>
public interface IMailSender
{
    /// <summary>
    /// Hands the mail over; returning means that it was taken. Throwing means that it will be tried again later;
    /// <see cref="Outbox.OutboxWaitException"/> says that it cannot be handed over as things are configured,
    /// <see cref="Outbox.OutboxRefusedException"/> that it never will be.
    /// </summary>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
