using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Publishing;

/// <summary>What the services of this slice load and note in the same way.</summary>
internal static class PublishingStore
{
    private static readonly VersionStatus[] Open = [VersionStatus.Draft, VersionStatus.Submitted, VersionStatus.Approved, VersionStatus.Scheduled];

    public static Task<ContentVersion?> OpenVersionAsync(this HelplineDbContext db, string path, CancellationToken cancellationToken) =>
        db.ContentVersions.SingleOrDefaultAsync(v => v.Path == path && Open.Contains(v.Status), cancellationToken);

    public static Task<ContentVersion?> PublishedVersionAsync(this HelplineDbContext db, string path, CancellationToken cancellationToken) =>
        db.ContentVersions.SingleOrDefaultAsync(v => v.Path == path && v.Status == VersionStatus.Published, cancellationToken);

    public static async Task<int> NextNumberAsync(this HelplineDbContext db, string path, CancellationToken cancellationToken) =>
        (await db.ContentVersions.Where(v => v.Path == path).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0) + 1;

    /// <summary>The hash of what is served under that path: the published version's, or the shipped file's.</summary>
    public static async Task<string?> ServedHashAsync(this HelplineDbContext db, string path, string? shippedHash, CancellationToken cancellationToken) =>
        await db.ContentVersions.Where(v => v.Path == path && v.Status == VersionStatus.Published).Select(v => v.Hash)
            .SingleOrDefaultAsync(cancellationToken) ?? shippedHash;

    /// <summary>Every node is to look again; also makes one publication wait for another.</summary>
    public static async Task MoveHeadAsync(this HelplineDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var head = await db.ContentHeads.SingleOrDefaultAsync(h => h.Name == ContentHead.Content, cancellationToken);
        if (head is null)
        {
            db.ContentHeads.Add(head = new ContentHead());
        }

        head.Move(now);
    }

    public static void Note(this HelplineDbContext db, ContentVersion version, ContentChangeKind kind, EditContext by, DateTime now) =>
        db.Note(version.Path, version.Number, kind, by, now);

    public static void Note(this HelplineDbContext db, string path, int? number, ContentChangeKind kind, EditContext by, DateTime now) =>
        db.ContentChanges.Add(new ContentChange { Path = path, Number = number, Kind = kind, At = now, UserId = by.UserId, Why = by.Why });

    public static bool TooLong(string? text) => text?.Length > ContentVersion.NoteLength;
}
