using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Recall;

/// <summary>Reads who was answered with what, and how far re-contact lists are.</summary>
public sealed class RecallQueries(HelplineDbContext db, TimeProvider time)
{
    /// <summary>The contacts answered with an article in a period, each once, latest first. Ids, references and codes only.</summary>
    /// <param name="slug">The article.</param>
    /// <param name="articleVersion">The version as citations name it; null for any.</param>
    /// <param name="since">The period's beginning, UTC.</param>
    /// <param name="until">The period's end, UTC; not in it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<GivenAnswer>> AnsweredAsync(
        string slug, string? articleVersion, DateTime since, DateTime until, CancellationToken cancellationToken)
    {
        var cited = await db.Citations.AsNoTracking()
            .Where(c => c.ArticleSlug == slug && c.CitedAt >= since && c.CitedAt < until && (articleVersion == null || c.ArticleVersion == articleVersion))
            .Select(c => new { c.ContactId, c.ArticleVersion, At = c.CitedAt }).ToListAsync(cancellationToken);

        // What was sent counts with the moment it was sent, and stays even where the adviser took the citation back afterwards.
        var sent = await (
            from m in db.Set<Enquiries.EnquiryMessage>().AsNoTracking()
            from c in m.Citations
            where c.ArticleSlug == slug && m.SentAt >= since && m.SentAt < until && (articleVersion == null || c.ArticleVersion == articleVersion)
            select new { m.ContactId, c.ArticleVersion, At = m.SentAt }).ToListAsync(cancellationToken);
        var given = cited.Concat(sent).GroupBy(g => g.ContactId).Select(g => g.MaxBy(x => x.At)!).ToList();
        var ids = given.Select(g => g.ContactId).ToList();
        var contacts = await db.Contacts.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Channel, c.TopicId }).ToDictionaryAsync(c => c.Id, cancellationToken);
        var references = await ReferencesAsync(ids, cancellationToken);
        return [.. given.Where(g => contacts.ContainsKey(g.ContactId)).OrderByDescending(g => g.At).Select(g => new GivenAnswer(
            g.ContactId, contacts[g.ContactId].Channel, references.GetValueOrDefault(g.ContactId), contacts[g.ContactId].TopicId, g.ArticleVersion, g.At))];
    }

    /// <summary>Every list, latest first.</summary>
    public async Task<IReadOnlyList<RecallProgress>> ListsAsync(CancellationToken cancellationToken) =>
        await Progress(db.RecallLists.AsNoTracking().OrderByDescending(r => r.StartedAt)).ToListAsync(cancellationToken);

    /// <summary>One list; null when there is none.</summary>
    public Task<RecallProgress?> FindAsync(RecallId id, CancellationToken cancellationToken) =>
        Progress(db.RecallLists.AsNoTracking().Where(r => r.Id == id)).SingleOrDefaultAsync(cancellationToken)!;

    /// <summary>The entries of a list: those to do first, then by the moment of the answer.</summary>
    public async Task<IReadOnlyList<RecallEntryView>> EntriesAsync(RecallId id, CancellationToken cancellationToken)
    {
        var rows = await (
            from e in db.RecallEntries.AsNoTracking()
            join c in db.Contacts.AsNoTracking() on e.ContactId equals c.Id
            where e.RecallId == id
            select new { Entry = e, c.Channel, c.TopicId }).ToListAsync(cancellationToken);
        var references = await ReferencesAsync([.. rows.Select(r => r.Entry.ContactId)], cancellationToken);
        return [.. rows.OrderBy(r => r.Entry.State == RecallState.ToDo ? 0 : 1).ThenBy(r => r.Entry.GivenAt).Select(r => new RecallEntryView(
            r.Entry.Id,
            r.Entry.Version,
            r.Entry.ContactId,
            r.Channel,
            references.GetValueOrDefault(r.Entry.ContactId),
            r.TopicId,
            r.Entry.ArticleVersion,
            r.Entry.GivenAt,
            r.Entry.State,
            r.Entry.AssigneeId,
            r.Entry.Note,
            r.Entry.ChangedAt))];
    }

    /// <summary>How the enquirer of an entry can be reached; null when there is no such entry. The reading is recorded.</summary>
    public async Task<ReachableAt?> ReachAsync(RecallId id, Guid entryId, Guid userId, CancellationToken cancellationToken)
    {
        var contactId = await db.RecallEntries.Where(e => e.RecallId == id && e.Id == entryId).Select(e => (ContactId?)e.ContactId)
            .SingleOrDefaultAsync(cancellationToken);
        if (contactId is not { } known)
        {
            return null;
        }

        var contact = await db.Contacts.AsNoTracking().SingleAsync(c => c.Id == known, cancellationToken);
        await db.NoteReadAsync(known, userId, time.UtcNow(), cancellationToken);
        return new ReachableAt(contact.EnquirerName, contact.EnquirerNumber, contact.EnquirerEmail);
    }

    private IQueryable<RecallProgress> Progress(IQueryable<RecallList> lists) => lists.Select(r => new RecallProgress(
        r.Id,
        r.ArticleSlug,
        r.ArticleVersion,
        r.From,
        r.Until,
        r.Reason,
        r.StartedBy,
        r.StartedAt,
        db.RecallEntries.Count(e => e.RecallId == r.Id),
        db.RecallEntries.Count(e => e.RecallId == r.Id && e.State == RecallState.ToDo)));

    private async Task<Dictionary<ContactId, string>> ReferencesAsync(List<ContactId> ids, CancellationToken cancellationToken)
    {
        var found = await (
            from e in db.Enquiries.AsNoTracking()
            from m in e.Messages
            where ids.Contains(m.ContactId)
            select new { m.ContactId, e.Reference }).Distinct().ToListAsync(cancellationToken);
        return found.DistinctBy(f => f.ContactId).ToDictionary(f => f.ContactId, f => f.Reference);
    }
}
