using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Routing;

/// <summary>
/// Who spoke with an enquirer lately, looked up once when a contact joins the queue and kept with it. It chooses among advisers who are free
/// and qualified when its turn comes; nobody waits for them (<see cref="Contact.AskAgain"/>).
/// </summary>
internal static class SameAdviser
{
    /// <summary>The adviser of the latest conversation with the same number or address that ended within a time; null for none, or when the enquirer is not known.</summary>
    public static async Task<AdviserId?> OfAsync(HelplineDbContext db, Contact contact, DateTime now, TimeSpan within, CancellationToken cancellationToken)
    {
        if (contact.EnquirerKey is not { } key || within == TimeSpan.Zero)
        {
            return null;
        }

        var since = now - within;
        return await db.Contacts.AsNoTracking()
            .Where(c => c.EnquirerKey == key && c.Id != contact.Id && c.AnsweredBy != null && c.EndedAt >= since && !c.IsNonData
                && (c.Status == ContactStatus.WrapUp || c.Status == ContactStatus.Closed))
            .OrderByDescending(c => c.EndedAt)
            .Select(c => c.AnsweredBy)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
