using System.Linq.Expressions;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Publishing;

/// <summary>Reads the editors' work.</summary>
public sealed class PublishingQueries(HelplineDbContext db, TimeProvider time)
{
    private static readonly Expression<Func<ContentVersion, VersionSummary>> Summary = v => new VersionSummary
    {
        Id = v.Id,
        Path = v.Path,
        Number = v.Number,
        Status = v.Status,
        Version = v.Version,
        Hash = v.Hash,
        Note = v.Note,
        AuthorId = v.AuthorId,
        EditorId = v.EditorId,
        ReviewerId = v.ReviewerId,
        ReviewComment = v.ReviewComment,
        BaseHash = v.BaseHash,
        ShippedHash = v.ShippedHash,
        SavedAt = v.SavedAt,
        PublishAt = v.PublishAt,
        PublishedAt = v.PublishedAt,
        RestoredFrom = v.RestoredFrom,
    };

    /// <summary>The head's number; -1 when nothing was ever changed. One row by its key: cheap enough to ask every second.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellationToken) =>
        await db.ContentHeads.AsNoTracking().Where(h => h.Name == ContentHead.Content).Select(h => (long?)h.Version)
            .SingleOrDefaultAsync(cancellationToken) ?? PublishedContent.None.Head;

    /// <summary>Everything a node serves and knows. The head is read first, so that what moves meanwhile is looked at again.</summary>
    public async Task<PublishedContent> ReadAsync(CancellationToken cancellationToken)
    {
        var head = await HeadAsync(cancellationToken);
        return new PublishedContent
        {
            Head = head,
            Texts = await db.ContentVersions.AsNoTracking().Where(v => v.Status == VersionStatus.Published).OrderBy(v => v.Path)
                .Select(v => new ServedText(v.Path, v.Number, v.Text, v.CreatedAt, v.ShippedHash)).ToListAsync(cancellationToken),
            Marks = await db.ContentMarks.AsNoTracking().Where(m => m.ClearedAt == null)
                .Select(m => new OpenMark(m.Path, m.Hash, m.Reason, m.MarkedAt)).ToListAsync(cancellationToken),
            Changes = await db.ProvisionChanges.AsNoTracking().Where(c => c.WithdrawnAt == null).OrderByDescending(c => c.RecordedAt)
                .Select(c => new RecordedChange(c.Id, c.ProvisionId, c.ChangedOn, c.What, c.RecordedAt)).ToListAsync(cancellationToken),
        };
    }

    /// <summary>Whether a file is marked wrong at this moment, whatever this node has taken over.</summary>
    public Task<bool> IsWrongAsync(string path, CancellationToken cancellationToken) =>
        db.ContentMarks.AnyAsync(m => m.Path == path && m.ClearedAt == null, cancellationToken);

    /// <summary>The mark that is on a file at this moment, whatever this node has taken over; null for none.</summary>
    public Task<OpenMark?> MarkOnAsync(string path, CancellationToken cancellationToken) =>
        db.ContentMarks.AsNoTracking().Where(m => m.Path == path && m.ClearedAt == null)
            .Select(m => new OpenMark(m.Path, m.Hash, m.Reason, m.MarkedAt)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Every open version.</summary>
    public async Task<IReadOnlyList<VersionSummary>> OpenAsync(CancellationToken cancellationToken) =>
        await db.ContentVersions.AsNoTracking()
            .Where(v => v.Status == VersionStatus.Draft || v.Status == VersionStatus.Submitted || v.Status == VersionStatus.Approved || v.Status == VersionStatus.Scheduled)
            .OrderBy(v => v.Path).Select(Summary).ToListAsync(cancellationToken);

    /// <summary>The versions of a file, latest first.</summary>
    public async Task<IReadOnlyList<VersionSummary>> VersionsAsync(string path, CancellationToken cancellationToken) =>
        await db.ContentVersions.AsNoTracking().Where(v => v.Path == path).OrderByDescending(v => v.Number).Select(Summary).ToListAsync(cancellationToken);

    /// <summary>A version's text; null when there is no such version.</summary>
    public Task<string?> TextAsync(string path, int number, CancellationToken cancellationToken) =>
        db.ContentVersions.AsNoTracking().Where(v => v.Path == path && v.Number == number).Select(v => v.Text).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The history of a file, latest first.</summary>
    public async Task<IReadOnlyList<ContentChange>> HistoryAsync(string path, CancellationToken cancellationToken) =>
        await db.ContentChanges.AsNoTracking().Where(c => c.Path == path).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).ToListAsync(cancellationToken);

    /// <summary>The names colleagues see, by account.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> users, CancellationToken cancellationToken)
    {
        var ids = users.OfType<Guid>().Distinct().ToList();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
    }

    /// <summary>Notes that somebody listed the contacts answered with a file.</summary>
    public Task NoteUseListedAsync(string path, EditContext by, CancellationToken cancellationToken)
    {
        db.Note(path, null, ContentChangeKind.UseListed, by, time.UtcNow());
        return db.SaveChangesAsync(cancellationToken);
    }
}
