using Helpline.Core.Mail;

namespace Helpline.Web.Seeding;

/// <summary>Nobody invented waits for mail: it is written, and not sent.</summary>
internal sealed class SeedPost : IMailSender
{
    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => Task.CompletedTask;
}
