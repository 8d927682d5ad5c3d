using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Calls;

/// <summary>A caller who rings again has the place they had.</summary>
public sealed partial class CallService
{
    /// <summary>
    /// Gives a call that has just reached us the place of an earlier one from the same number: one that ended while waiting a short while
    /// ago, a callback that is still promised, or one whose caller we rang in vain. The earlier contact gives its place up in the same
    /// commit, so that nobody waits twice. False when there is no such place, or the call has moved on.
    /// </summary>
    public Task<bool> RegainPlaceAsync(string providerCallId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ProviderCallId == providerCallId && c.State == CallState.InFlow, cancellationToken);
                var contact = call is null ? null : await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                if (call is null || contact is not { EnquirerKey: not null, Status: ContactStatus.Waiting, JoinedAt: null }
                    || await EarlierPlaceAsync(contact, now, cancellationToken) is not { } earlier)
                {
                    return false;
                }

                if (earlier.Status == ContactStatus.Offered)
                {
                    await WithdrawOfferAsync(earlier, now, cancellationToken);
                }

                foreach (var kept in await db.Calls.Where(c => c.ContactId == earlier.Id && c.State == CallState.PlaceKept).ToListAsync(cancellationToken))
                {
                    kept.End(now);
                }

                earlier.YieldPlace(contact.Id, now);
                await AskAgainAsync(contact, now, cancellationToken);
                contact.TakePlaceOf(earlier, now);
                call.Queue(now);
                return true;
            },
            cancellationToken);

    // Of several the one that joined first; a contact that somebody has spoken about, or whose caller left a message, is no place.
    private Task<Contact?> EarlierPlaceAsync(Contact contact, DateTime now, CancellationToken cancellationToken)
    {
        var gaveUpSince = now - callbackOptions.Value.RegainWithin;
        var rungSince = now - callbackOptions.Value.NotReachedWithin;
        return db.Contacts
            .Where(c => c.EnquirerKey == contact.EnquirerKey && c.Id != contact.Id && c.JoinedAt != null && c.AnsweredBy == null
                && c.RegainedBy == null && c.IsLive && c.BookedFor == null
                && ((c.Status == ContactStatus.Abandoned && c.EndedAt >= gaveUpSince)
                    || ((c.Status == ContactStatus.Waiting || c.Status == ContactStatus.Offered) && c.CallbackDueAt != null)
                    || (c.Status == ContactStatus.Closed && c.DispositionCode == Contact.NotReached && c.EndedAt >= rungSince)))
            .OrderBy(c => c.JoinedAt)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
