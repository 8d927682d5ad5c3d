using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Routing;

/// <summary>
/// A caller who talked and hung up while waiting for the line to come back leaves a wrap-up to the adviser who talked. That adviser may
/// have something else by then; the wrap-up is owed until they are free, and comes before any new contact.
/// </summary>
internal static class OwedWrapUps
{
    /// <summary>Starts the wrap-up if the adviser can; else it stays owed. Both are tracked.</summary>
    public static async Task<bool> TryStartAsync(
        HelplineDbContext db, Adviser adviser, Contact contact, DateTime now, TimeSpan allowed, CancellationToken cancellationToken)
    {
        if (adviser is { Activity: Activity.OnContact, ParkedContactId: null, ContactId: { } draftId })
        {
            var draft = await db.Contacts.SingleAsync(c => c.Id == draftId, cancellationToken);
            if (draft is not { Status: ContactStatus.InProgress, IsLive: false })
            {
                return false;
            }

            draft.NoteParked(parked: true, now);
        }
        else if (adviser.Activity != Activity.Idle)
        {
            return false;
        }

        adviser.ReturnToWrapUp(contact.Id, now);
        contact.AllowWrapUp(now, allowed);
        return true;
    }

    /// <summary>Starts every wrap-up that is owed by an adviser who can.</summary>
    public static async Task StartAsync(HelplineDbContext db, DateTime now, RoutingOptions options, CancellationToken cancellationToken)
    {
        var owed = await (
            from c in db.Contacts.AsNoTracking()
            join a in db.Advisers.AsNoTracking() on c.AdviserId equals a.Id
            where c.Status == ContactStatus.WrapUp && a.ContactId != c.Id
                && (a.Activity == Activity.Idle || (a.Activity == Activity.OnContact && a.ParkedContactId == null))
            orderby c.EndedAt
            select new { ContactId = c.Id, AdviserId = a.Id }).ToListAsync(cancellationToken);
        foreach (var row in owed)
        {
            db.ChangeTracker.Clear();
            var contact = await db.Contacts.SingleAsync(c => c.Id == row.ContactId, cancellationToken);
            var adviser = await db.Advisers.SingleAsync(a => a.Id == row.AdviserId, cancellationToken);
            if (contact.Status == ContactStatus.WrapUp && contact.AdviserId == adviser.Id && adviser.ContactId != contact.Id
                && await TryStartAsync(db, adviser, contact, now, await db.WrapUpAsync(contact, options.WrapUp, cancellationToken), cancellationToken))
            {
                await db.TrySaveAsync(cancellationToken);
            }
        }
    }
}
