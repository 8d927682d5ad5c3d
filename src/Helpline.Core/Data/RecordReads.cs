using Helpline.Core.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Data;

/// <summary>Notes who opened which record.</summary>
internal static class RecordReads
{
    private static readonly TimeSpan SameReading = TimeSpan.FromMinutes(15);

    /// <summary>Notes a reading, unless the same account opened the same record a moment ago: a page that refreshes is one reading.</summary>
    public static async Task NoteReadAsync(this HelplineDbContext db, ContactId contactId, Guid userId, DateTime now, CancellationToken cancellationToken)
    {
        var lately = now - SameReading;
        if (!await db.RecordReads.AnyAsync(r => r.ContactId == contactId && r.UserId == userId && r.At > lately, cancellationToken))
        {
            db.RecordReads.Add(new RecordRead { ContactId = contactId, UserId = userId, At = now });
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
