using System.Collections.Concurrent;
using Helpline.Core.Common;
using Helpline.Core.Mail;

namespace Helpline.Web.Mail;

/// <summary>A mail that was kept instead of being sent, and when (UTC).</summary>
public sealed record KeptMail(OutgoingMail Mail, DateTime At);

/// <summary>Development: keeps the last mails in memory instead of sending them, for <c>/dev/mailbox</c>.</summary>
public sealed class DevelopmentMailbox(TimeProvider time) : IMailSender
{
    private const int Most = 200;
    private readonly ConcurrentQueue<KeptMail> mails = new();

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mails.All(kept => kept.Mail.Id != mail.Id))
        {
            mails.Enqueue(new KeptMail(mail, time.UtcNow()));
        }

        while (mails.Count > Most)
        {
            mails.TryDequeue(out _);
        }

        return Task.CompletedTask;
    }

    /// <summary>The mails, newest first.</summary>
    public IReadOnlyList<KeptMail> Newest() => [.. mails.Reverse()];
}
