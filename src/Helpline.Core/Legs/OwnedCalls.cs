using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>What bringing somebody into an adviser's call, and sending them away, has in common, whoever they are.</summary>
internal static class OwnedCalls
{
    /// <summary>The call of a contact the adviser has; null when they do not have it. Not tracked.</summary>
    public static Task<Call?> OwnedCallAsync(this HelplineDbContext db, ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) => (
        from call in db.Calls.AsNoTracking()
        join contact in db.Contacts.AsNoTracking() on call.ContactId equals contact.Id
        where contact.Id == contactId && contact.AdviserId == adviserId
        select call).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Changes, in one commit, a call on which the adviser and the caller are connected.</summary>
    public static Task<ConsultOutcome> ForOwnerAsync(
        this HelplineDbContext db, ContactId contactId, AdviserId adviserId, Func<Contact, Call, Task<ConsultOutcome>> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                if (contact is null)
                {
                    return ConsultOutcome.NotYours;
                }

                var call = await db.Calls.SingleOrDefaultAsync(c => c.ContactId == contactId && c.State == CallState.Connected, cancellationToken);
                return call is null || contact.Status != ContactStatus.InProgress ? ConsultOutcome.NotNow : await change(contact, call);
            },
            cancellationToken);

    /// <summary>Holds the caller before somebody is rung: whoever is there at once must not be heard by them.</summary>
    public static async Task<ConsultOutcome> HoldFirstAsync(
        this ContactService contacts, ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        await contacts.HoldAsync(contactId, adviserId, onHold: true, cancellationToken) switch
        {
            ContactOutcome.Done => ConsultOutcome.Done,
            ContactOutcome.NotYours => ConsultOutcome.NotYours,
            ContactOutcome.LineRefused => ConsultOutcome.LineRefused,
            ContactOutcome.NotNow or ContactOutcome.DispositionMissing or ContactOutcome.ArticleWrong => ConsultOutcome.NotNow,
        };

    /// <summary>Takes the caller off hold, within a commit. The call as the provider is to be told of it after; null when they were not held.</summary>
    public static CallRef? OffHold(Contact contact, Call call, DateTime now)
    {
        if (!call.Hold(false, now))
        {
            return null;
        }

        contact.NoteHold(false, now);
        return CallRef.Of(call);
    }

    /// <summary>Tells the provider who has gone and that the caller is off hold; in this order, so that the caller does not hear the end of what was said.</summary>
    public static async Task SettleAsync(this ICallControl callControl, RoomLegRef? gone, CallRef? held, CancellationToken cancellationToken)
    {
        if (gone is not null)
        {
            await callControl.DropLegAsync(gone, cancellationToken);
        }

        if (held is not null)
        {
            await callControl.ResumeAsync(held, cancellationToken);
        }
    }
}
