using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Enquiries;

/// <summary>Reads enquiries, for the enquirer's page and for the console.</summary>
public sealed class EnquiryQueries(HelplineDbContext db, TimeProvider time)
{
    /// <summary>The enquiry as its enquirer sees it; null when there is none. Ask <see cref="EnquiryAccess"/> first.</summary>
    public async Task<EnquiryView?> FindAsync(EnquiryId id, CancellationToken cancellationToken)
    {
        var enquiry = await Threads().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (enquiry is null)
        {
            return null;
        }

        var answered = enquiry.Messages.Where(m => m.Author == MessageAuthor.Adviser).ToList();
        var open = enquiry.Messages.Select(m => m.ContactId).Except(answered.Select(m => m.ContactId)).ToList();
        var due = await db.Contacts.Where(c => open.Contains(c.Id)).Select(c => c.ReplyDueAt).FirstOrDefaultAsync(cancellationToken);
        return new EnquiryView
        {
            Id = enquiry.Id,
            Reference = enquiry.Reference,
            Messages = ThreadOf(enquiry),
            Reply = enquiry.Reply,
            ReplyDueAt = due,
            MayFollowUp = enquiry.MayFollowUp,
            AnsweredContactId = answered.MaxBy(m => m.SentAt)?.ContactId,
        };
    }

    /// <summary>
    /// The thread, draft and circumstances of a written contact the adviser has; null when they do not have it or it is no enquiry.
    /// The reading is recorded.
    /// </summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="adviserId">The adviser who has it.</param>
    /// <param name="userId">The account that reads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EnquiryDesk?> ForContactAsync(ContactId contactId, AdviserId adviserId, Guid userId, CancellationToken cancellationToken)
    {
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
        var enquiry = contact is null
            ? null
            : await Threads().SingleOrDefaultAsync(e => e.Messages.Any(m => m.ContactId == contactId), cancellationToken);
        if (contact is null || enquiry is null)
        {
            return null;
        }

        var draft = await db.EnquiryDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.ContactId == contactId, cancellationToken);
        await db.NoteReadAsync(contactId, userId, time.UtcNow(), cancellationToken);
        return new EnquiryDesk
        {
            Reference = enquiry.Reference,
            Messages = ThreadOf(enquiry),
            IsFollowUp = enquiry.Messages.Any(m => m.ContactId != contactId && m.SentAt <= contact.ArrivedAt),
            Reply = enquiry.Reply,
            ReplyDueAt = contact.ReplyDueAt ?? contact.ArrivedAt,
            Draft = draft?.Body,
            DraftVersion = draft?.Version ?? 0,
            DraftSavedAt = draft?.SavedAt,
            Adjustments = contact.Adjustments,
            EnquirerName = contact.EnquirerName,
            AgeBand = contact.AgeBand,
            TopicId = contact.TopicId,
            TopicGroupId = contact.TopicGroupId,
            AuthorityCode = contact.AuthorityCode,
            RegionCode = contact.RegionCode,
        };
    }

    private static List<EnquiryMessageView> ThreadOf(Enquiry enquiry) =>
        [.. enquiry.Messages.OrderBy(m => m.SentAt).ThenBy(m => m.Id).Select(m => new EnquiryMessageView(m.Author, m.Body, m.SentAt, m.Citations))];

    private IQueryable<Enquiry> Threads() =>
        db.Enquiries.AsNoTracking().AsSplitQuery().Include(e => e.Messages).ThenInclude(m => m.Citations);
}
