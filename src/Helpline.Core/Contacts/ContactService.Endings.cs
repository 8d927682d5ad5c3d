using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Outbox;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Contacts;

/// <summary>Endings for contacts that were no enquiry.</summary>
public sealed partial class ContactService
{
    /// <summary>
    /// Ends a call or message that was no enquiry: the line is cut with no survey, the outcome recorded, the contact closed without wrap-up and the
    /// adviser free. Only a person decides that; nothing ends a silent caller by itself, who may be using text relay.
    /// </summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="adviserId">Who has it.</param>
    /// <param name="dispositionCode">The outcome; its taxonomy entry says that it is no enquiry.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ContactOutcome> EndWithoutEnquiryAsync(
        ContactId contactId, AdviserId adviserId, string dispositionCode, CancellationToken cancellationToken)
    {
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
        if (contact is null)
        {
            return ContactOutcome.NotYours;
        }

        if (!MayEnd(contact))
        {
            return ContactOutcome.NotNow;
        }

        if (contact.IsLive && await CutAsync(contact, adviserId, cancellationToken) is { } refused)
        {
            return refused;
        }

        return await db.SaveWithRetryAsync(() => CloseAsync(contactId, adviserId, dispositionCode, cancellationToken), cancellationToken);
    }

    private static bool MayEnd(Contact contact) =>
        contact.Channel != Channel.Enquiry && contact.Status is ContactStatus.InProgress or ContactStatus.WrapUp;

    // The provider first: a contact that is closed must not have somebody on the line. If it did as told and its reply was lost, the news of
    // the hang-up begins wrap-up, and the same key then closes that.
    private async Task<ContactOutcome?> CutAsync(Contact contact, AdviserId adviserId, CancellationToken cancellationToken)
    {
        if (await CallOfAsync(contact.Id, adviserId, cancellationToken) is not { } call || call.State == CallState.Ended)
        {
            return contact.Status == ContactStatus.WrapUp ? null : ContactOutcome.NotNow;
        }

        if (call.State is not (CallState.Connected or CallState.WithOutside or CallState.Survey))
        {
            return ContactOutcome.NotNow;
        }

        return await callControl.HangUpAsync(call, cancellationToken) is CallControlOutcome.Done or CallControlOutcome.CallerGone
            ? null
            : ContactOutcome.LineRefused;
    }

    private async Task<ContactOutcome> CloseAsync(ContactId contactId, AdviserId adviserId, string dispositionCode, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
        var adviser = await db.Advisers.SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken);
        if (contact is null || adviser is null)
        {
            return ContactOutcome.NotYours;
        }

        if (!MayEnd(contact) || adviser.ContactId != contactId || adviser.Activity is not (Activity.OnContact or Activity.WrapUp))
        {
            return ContactOutcome.NotNow;
        }

        if (contact.IsLive)
        {
            var call = await db.Calls.SingleAsync(c => c.ContactId == contactId, cancellationToken);
            call.End(now);
            await RoomLegs.EndAllAsync(db, contact, call.Id, now, cancellationToken);
        }

        contact.CloseWithoutEnquiry(dispositionCode, ProcessContext.By(adviserId), now);
        if (adviser.Activity == Activity.OnContact)
        {
            adviser.StartWrapUp(contactId, now);
        }

        await OfferService.ResumeParkedAsync(db, adviser, now, cancellationToken);
        adviser.FinishWrapUp(contactId, now);
        db.Outbox.Add(ContactFactsOutbox.For(contactId, now));
        return ContactOutcome.Done;
    }
}
