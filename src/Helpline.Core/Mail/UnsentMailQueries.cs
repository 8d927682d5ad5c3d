using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Mail;

/// <summary>Reads the mails that could not be sent, for managers. The mail itself, and whom it was for, is not read.</summary>
public sealed class UnsentMailQueries(HelplineDbContext db)
{
    /// <summary>The most that are listed; <see cref="CountAsync"/> counts all.</summary>
    public const int Most = 50;

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        db.Outbox.CountAsync(m => m.SetAsideAt != null && m.Kind == MailNote.Kind, cancellationToken);

    /// <summary>The newest of them, newest first.</summary>
    public async Task<IReadOnlyList<UnsentMail>> NewestAsync(CancellationToken cancellationToken) =>
        await db.Outbox
            .Where(m => m.SetAsideAt != null && m.Kind == MailNote.Kind)
            .OrderByDescending(m => m.SetAsideAt)
            .Take(Most)
            .Select(m => new UnsentMail(
                db.Enquiries.Where(e => e.Messages.Any(t => t.ContactId == m.ContactId)).Select(e => e.Reference).FirstOrDefault(),
                m.Purpose,
                m.SetAsideAt!.Value,
                m.SetAsideReason ?? ""))
            .ToListAsync(cancellationToken);
}
