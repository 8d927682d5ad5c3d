using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Publishing;
using Helpline.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Enquiries;

/// <summary>What an adviser does with an enquiry.</summary>
public sealed partial class EnquiryService
{
    /// <summary>
    /// Keeps the answer as far as it is written; called on every pause in typing. A draft saved elsewhere since is never overwritten.
    /// </summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="adviserId">Who writes.</param>
    /// <param name="body">The whole text so far; may be empty.</param>
    /// <param name="version">The version it was made from; 0 when there was no draft.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SavedDraft> SaveDraftAsync(ContactId contactId, AdviserId adviserId, string body, long version, CancellationToken cancellationToken)
    {
        if (body.Length > Enquiry.AnswerLength)
        {
            return new SavedDraft(SaveDraftOutcome.TooLong, version);
        }

        EnquiryDraft? saved = null;
        var outcome = await db.SaveWithRetryAsync(
            async () =>
            {
                saved = await db.EnquiryDrafts.SingleOrDefaultAsync(d => d.ContactId == contactId, cancellationToken);
                var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                if (contact is null)
                {
                    return SaveDraftOutcome.NotYours;
                }

                if (contact is not { Channel: Channel.Enquiry, Status: ContactStatus.InProgress })
                {
                    return SaveDraftOutcome.NotNow;
                }

                if (saved?.Body == body)
                {
                    // The same text, from a repeat whose answer was lost: nothing is overwritten.
                    return SaveDraftOutcome.Saved;
                }

                if ((saved?.Version ?? 0) != version)
                {
                    return SaveDraftOutcome.Conflict;
                }

                var now = time.UtcNow();
                if (saved is null)
                {
                    saved = EnquiryDraft.Start(contactId, adviserId, body, now);
                    db.EnquiryDrafts.Add(saved);
                }
                else
                {
                    saved.Save(adviserId, body, now);
                }

                return SaveDraftOutcome.Saved;
            },
            cancellationToken);
        return new SavedDraft(outcome, saved?.Version ?? 0);
    }

    /// <summary>
    /// Sends the answer with the articles cited on the contact; the enquirer is told by mail, the adviser goes on to wrap-up.
    /// </summary>
    public Task<SendAnswerOutcome> SendAnswerAsync(SendAnswer input, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.Body))
        {
            return Task.FromResult(SendAnswerOutcome.Empty);
        }

        return input.Body.Length > Enquiry.AnswerLength
            ? Task.FromResult(SendAnswerOutcome.TooLong)
            : db.SaveWithRetryAsync(() => SendOnceAsync(input, cancellationToken), cancellationToken);
    }

    private async Task<SendAnswerOutcome> SendOnceAsync(SendAnswer input, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var contact = await db.Contacts.Include(c => c.Citations)
            .SingleOrDefaultAsync(c => c.Id == input.ContactId && c.AdviserId == input.AdviserId, cancellationToken);
        var adviser = await db.Advisers.SingleOrDefaultAsync(a => a.Id == input.AdviserId, cancellationToken);
        if (contact is null || adviser is null)
        {
            return SendAnswerOutcome.NotYours;
        }

        if (contact is not { Channel: Channel.Enquiry, Status: ContactStatus.InProgress }
            || adviser.ContactId != contact.Id || adviser.Activity != Activity.OnContact)
        {
            return SendAnswerOutcome.NotNow;
        }

        if (await RestsOnWrongAsync(input.Body, contact, cancellationToken))
        {
            return SendAnswerOutcome.ArticleWrong;
        }

        var draft = await db.EnquiryDrafts.SingleOrDefaultAsync(d => d.ContactId == contact.Id, cancellationToken);
        if (input.DraftVersion is { } version && version != (draft?.Version ?? 0))
        {
            return SendAnswerOutcome.DraftConflict;
        }

        var enquiry = await db.Enquiries.Include(e => e.Messages)
            .SingleAsync(e => e.Messages.Any(m => m.ContactId == contact.Id), cancellationToken);
        if (input.InText is { } inText && RefusalOf(inText, enquiry, contact) is { } refusal)
        {
            return refusal;
        }

        enquiry.Answer(contact.Id, input.AdviserId, input.Body, contact.Citations, now);
        if (draft is not null)
        {
            db.EnquiryDrafts.Remove(draft);
        }

        contact.EndConversation(now, await db.WrapUpAsync(contact, options.Value.WrapUp, cancellationToken), ProcessContext.By(input.AdviserId));
        adviser.StartWrapUp(contact.Id, now);
        if (contact.EnquirerEmail is { } email)
        {
            EnquiryMails.Answered(db, enquiry, email, now);
        }
        else if (enquiry.Reply == ReplyRoute.Text)
        {
            EnquiryTexts.Answered(db, enquiry, contact, input.InText?.Body, texts.Value, input.AdviserId, now);
        }

        return SendAnswerOutcome.Sent;
    }

    /// <summary>An answer goes into the text itself only as it was previewed, in few parts, and where the question came by text.</summary>
    private static SendAnswerOutcome? RefusalOf(AnswerInText inText, Enquiry enquiry, Contact contact) =>
        enquiry.Reply != ReplyRoute.Text || !UkMobile.Is(contact.EnquirerNumber) ? SendAnswerOutcome.NotNow
        : !TextBody.Fits(inText.Body) ? SendAnswerOutcome.TextTooLong
        : inText.Previewed != TextService.MarkOf(contact.EnquirerNumber, inText.Body) ? SendAnswerOutcome.TextNotPreviewed
        : null;

    /// <summary>Whether the answer cites, or links to, something that has been marked wrong, perhaps since it was put in.</summary>
    private async Task<bool> RestsOnWrongAsync(string body, Contact contact, CancellationToken cancellationToken)
    {
        var wrong = await db.ContentMarks.Where(m => m.ClearedAt == null).Select(m => m.Path).ToListAsync(cancellationToken);
        return wrong.Count > 0 && (
            contact.Citations.Any(c => wrong.Contains(ContentPaths.OfArticle(c.ArticleSlug)))
            || wrong.Any(path => body.Contains($"(/advice/{Path.GetFileNameWithoutExtension(path)})", StringComparison.OrdinalIgnoreCase)));
    }
}
