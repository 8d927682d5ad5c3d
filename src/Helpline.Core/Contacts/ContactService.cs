using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Outbox;
using Helpline.Core.Publishing;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Contacts;

/// <summary>What came of an adviser's work on a contact.</summary>
public enum ContactOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The adviser does not have this contact.</summary>
    NotYours,

    /// <summary>The contact has moved on, so that this is not possible any more, or not yet.</summary>
    NotNow,

    /// <summary>A disposition must be chosen first.</summary>
    DispositionMissing,

    /// <summary>The phone provider refused.</summary>
    LineRefused,

    /// <summary>The article is marked wrong and can't be cited.</summary>
    ArticleWrong,
}

/// <summary>What an adviser does with the contact they have.</summary>
public sealed partial class ContactService(
    HelplineDbContext db, ICallControl callControl, TimeProvider time, IOptions<RoutingOptions> options)
{
    /// <summary>Writes the contact form as it is now. Called on every pause in typing; the last one wins.</summary>
    public Task<ContactOutcome> RecordAsync(ContactId contactId, AdviserId adviserId, ContactRecord record, CancellationToken cancellationToken) =>
        WithContactAsync(
            contactId,
            adviserId,
            contact =>
            {
                if (contact.Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
                {
                    return ContactOutcome.NotNow;
                }

                contact.Record(record, time.UtcNow());
                return ContactOutcome.Done;
            },
            cancellationToken);

    /// <summary>Notes that an article was relied on; refused while it is marked wrong.</summary>
    public async Task<ContactOutcome> CiteAsync(
        ContactId contactId, AdviserId adviserId, string articleSlug, string articleVersion, CancellationToken cancellationToken)
    {
        var path = ContentPaths.OfArticle(articleSlug);
        if (await db.ContentMarks.AnyAsync(m => m.Path == path && m.ClearedAt == null, cancellationToken))
        {
            return ContactOutcome.ArticleWrong;
        }

        return await WithContactAsync(
            contactId,
            adviserId,
            contact =>
            {
                contact.Cite(articleSlug, articleVersion, time.UtcNow());
                return ContactOutcome.Done;
            },
            cancellationToken,
            withCitations: true);
    }

    /// <summary>Takes a citation back.</summary>
    public Task<ContactOutcome> UnciteAsync(ContactId contactId, AdviserId adviserId, string articleSlug, CancellationToken cancellationToken) =>
        WithContactAsync(
            contactId,
            adviserId,
            contact =>
            {
                contact.Uncite(articleSlug, time.UtcNow());
                return ContactOutcome.Done;
            },
            cancellationToken,
            withCitations: true);

    /// <summary>Notes that no article helped with this contact, or takes that back; the editors' backlog counts it.</summary>
    public Task<ContactOutcome> NoArticleHelpedAsync(ContactId contactId, AdviserId adviserId, bool none, CancellationToken cancellationToken) =>
        WithContactAsync(
            contactId,
            adviserId,
            contact =>
            {
                if (contact.Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
                {
                    return ContactOutcome.NotNow;
                }

                contact.NoteNoArticleHelped(none, time.UtcNow());
                return ContactOutcome.Done;
            },
            cancellationToken);

    /// <summary>Puts the caller on hold or takes them off it.</summary>
    public async Task<ContactOutcome> HoldAsync(ContactId contactId, AdviserId adviserId, bool onHold, CancellationToken cancellationToken)
    {
        var call = await CallOfAsync(contactId, adviserId, cancellationToken);
        if (call is null)
        {
            return ContactOutcome.NotYours;
        }

        if (call.State != CallState.Connected)
        {
            return ContactOutcome.NotNow;
        }

        // The provider first: what the page shows as held must be held, never the other way round.
        var told = onHold
            ? await callControl.HoldAsync(call, cancellationToken)
            : await callControl.ResumeAsync(call, cancellationToken);
        if (told != CallControlOutcome.Done)
        {
            return ContactOutcome.LineRefused;
        }

        return await db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var stored = await db.Calls.SingleAsync(c => c.Id == call.CallId, cancellationToken);
                var contact = await db.Contacts.SingleAsync(c => c.Id == contactId, cancellationToken);
                if (stored.Hold(onHold, now) && contact.Status == ContactStatus.InProgress)
                {
                    contact.NoteHold(onHold, now);
                }

                return ContactOutcome.Done;
            },
            cancellationToken);
    }

    /// <summary>Ends the conversation: the caller goes on to the survey, the adviser to wrap-up. A voicemail that was dealt with goes to wrap-up too.</summary>
    public async Task<ContactOutcome> EndConversationAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        CallRef? ended = null;
        var outcome = await db.SaveWithRetryAsync(
            async () =>
            {
                ended = null;
                var now = time.UtcNow();
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                var adviser = await db.Advisers.SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken);
                if (contact is null || adviser is null)
                {
                    return ContactOutcome.NotYours;
                }

                if (contact.Status != ContactStatus.InProgress || adviser.ContactId != contactId || contact.Channel == Channel.Enquiry)
                {
                    return ContactOutcome.NotNow;
                }

                if (contact.IsLive)
                {
                    var call = await db.Calls.SingleAsync(c => c.ContactId == contactId, cancellationToken);
                    if (!call.Survey(now))
                    {
                        return ContactOutcome.NotNow;
                    }

                    ended = CallRef.Of(call);
                    await RoomLegs.EndAllAsync(db, contact, call.Id, now, cancellationToken);
                }

                contact.EndConversation(now, await db.WrapUpAsync(contact, options.Value.WrapUp, cancellationToken), ProcessContext.By(adviserId));
                adviser.StartWrapUp(contactId, now);
                return ContactOutcome.Done;
            },
            cancellationToken);
        if (ended is not null)
        {
            await callControl.EndAsync(ended, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Asks for more time to record, once.</summary>
    public Task<ContactOutcome> ExtendWrapUpAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        WithContactAsync(
            contactId,
            adviserId,
            contact =>
            {
                if (contact.Status != ContactStatus.WrapUp || contact.WrapUpExtended)
                {
                    return ContactOutcome.NotNow;
                }

                contact.ExtendWrapUp(options.Value.WrapUpExtension);
                return ContactOutcome.Done;
            },
            cancellationToken);

    /// <summary>Closes the contact. The adviser is free again, or goes back to the answer that was put aside.</summary>
    public Task<ContactOutcome> CompleteAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                var adviser = await db.Advisers.SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken);
                if (contact is null || adviser is null)
                {
                    return ContactOutcome.NotYours;
                }

                if (contact.Status != ContactStatus.WrapUp || adviser.ContactId != contactId)
                {
                    return ContactOutcome.NotNow;
                }

                if (contact.DispositionCode is null)
                {
                    return ContactOutcome.DispositionMissing;
                }

                contact.Close(now);
                await OfferService.ResumeParkedAsync(db, adviser, now, cancellationToken);
                adviser.FinishWrapUp(contactId, now);
                db.Outbox.Add(ContactFactsOutbox.For(contactId, now));
                return ContactOutcome.Done;
            },
            cancellationToken);

    /// <summary>Returns written work to the queue, at its old place; what was written is kept for whoever takes it next.</summary>
    public Task<ContactOutcome> HandBackAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                var adviser = await db.Advisers.SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken);
                if (contact is null || adviser is null)
                {
                    return ContactOutcome.NotYours;
                }

                if (contact is not { Status: ContactStatus.InProgress, IsLive: false }
                    || adviser.ContactId != contactId || adviser.Activity != Activity.OnContact)
                {
                    return ContactOutcome.NotNow;
                }

                contact.HandBack(now);
                adviser.GiveUp(contactId, now);
                return ContactOutcome.Done;
            },
            cancellationToken);

    private async Task<CallRef?> CallOfAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        await db.OwnedCallAsync(contactId, adviserId, cancellationToken) is { } call ? CallRef.Of(call) : null;

    private Task<ContactOutcome> WithContactAsync(
        ContactId contactId,
        AdviserId adviserId,
        Func<Contact, ContactOutcome> change,
        CancellationToken cancellationToken,
        bool withCitations = false) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                IQueryable<Contact> contacts = withCitations ? db.Contacts.Include(c => c.Citations) : db.Contacts;
                var contact = await contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                return contact is null ? ContactOutcome.NotYours : change(contact);
            },
            cancellationToken);
}
