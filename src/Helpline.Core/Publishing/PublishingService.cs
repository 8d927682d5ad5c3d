using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Publishing;

/// <summary>
/// From the second person to what is served. A publication is one commit: the new version, the one it follows and the head that every
/// node watches; before it the old one serves, after it the new one.
/// </summary>
public sealed partial class PublishingService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>A second person finds it right. Nobody who wrote in it can.</summary>
    public Task<EditOutcome> ApproveAsync(ContentVersionId id, long version, EditContext by, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, by, async stored =>
        {
            if (stored.Status != VersionStatus.Submitted)
            {
                return EditOutcome.NotNow;
            }

            var path = stored.Path;
            var number = stored.Number;
            if (stored.AuthorId == by.UserId || stored.EditorId == by.UserId || await db.ContentChanges.AnyAsync(
                c => c.Path == path && c.Number == number && c.UserId == by.UserId && c.Kind == ContentChangeKind.Edited, cancellationToken))
            {
                return EditOutcome.OwnWork;
            }

            stored.Approve(by.UserId!.Value, time.UtcNow());
            db.Note(stored, ContentChangeKind.Approved, by, time.UtcNow());
            return EditOutcome.Done;
        }, cancellationToken);

    /// <summary>Gives it back to its writer: by the second person with a comment, or by the writer to go on writing.</summary>
    public Task<EditOutcome> ReturnAsync(ContentVersionId id, long version, EditContext by, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, by, stored =>
        {
            if (!stored.IsOpen || stored.Status == VersionStatus.Draft)
            {
                return Task.FromResult(EditOutcome.NotNow);
            }

            if (string.IsNullOrWhiteSpace(by.Why))
            {
                return Task.FromResult(EditOutcome.WhyMissing);
            }

            stored.Return(by.Why.Trim());
            db.Note(stored, ContentChangeKind.Returned, by, time.UtcNow());
            return Task.FromResult(EditOutcome.Done);
        }, cancellationToken);

    /// <summary>Sets the moment (UTC) from which it is served.</summary>
    public Task<EditOutcome> ScheduleAsync(
        ContentVersionId id, long version, DateTime publishAt, EditContext by, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, by, stored =>
        {
            if (stored.Status is not (VersionStatus.Approved or VersionStatus.Scheduled))
            {
                return Task.FromResult(EditOutcome.NotNow);
            }

            if (publishAt <= time.UtcNow())
            {
                return Task.FromResult(EditOutcome.InThePast);
            }

            stored.Schedule(publishAt);
            db.Note(stored, ContentChangeKind.Scheduled, by, time.UtcNow());
            return Task.FromResult(EditOutcome.Done);
        }, cancellationToken);

    /// <summary>Serves an approved version from now on.</summary>
    public Task<EditOutcome> PublishAsync(ContentVersionId id, long version, EditContext by, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, by, async stored =>
        {
            if (stored.Status is not (VersionStatus.Approved or VersionStatus.Scheduled))
            {
                return EditOutcome.NotNow;
            }

            await ServeAsync(stored, ContentChangeKind.Published, by, cancellationToken);
            return EditOutcome.Done;
        }, cancellationToken);

    /// <summary>Publishes what is scheduled and due, each once, whichever node comes first. Returns how many this one published.</summary>
    public async Task<int> PublishDueAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var due = await db.ContentVersions.AsNoTracking()
            .Where(v => v.Status == VersionStatus.Scheduled && v.PublishAt <= now)
            .OrderBy(v => v.PublishAt).Select(v => v.Id).ToListAsync(cancellationToken);
        var published = 0;
        foreach (var id in due)
        {
            published += await db.SaveWithRetryAsync(
                async () =>
                {
                    var stored = await db.ContentVersions.SingleAsync(v => v.Id == id, cancellationToken);
                    if (stored.Status != VersionStatus.Scheduled || stored.PublishAt > now)
                    {
                        return 0;
                    }

                    await ServeAsync(stored, ContentChangeKind.Published, EditContext.System, cancellationToken);
                    return 1;
                },
                cancellationToken);
        }

        return published;
    }

    private async Task ServeAsync(ContentVersion version, ContentChangeKind kind, EditContext by, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        // Another node may have published this very version since it was loaded: then saving loses the race, and nothing is superseded here.
        if (await db.PublishedVersionAsync(version.Path, cancellationToken) is { } served && served.Id != version.Id)
        {
            served.Supersede(now);
        }

        version.Publish(now);
        await db.MoveHeadAsync(now, cancellationToken);
        db.Note(version, kind, by, now);
    }

    private async Task<EditOutcome> ChangeAsync(
        ContentVersionId id, long version, EditContext by, Func<ContentVersion, Task<EditOutcome>> change, CancellationToken cancellationToken)
    {
        if (PublishingStore.TooLong(by.Why))
        {
            return EditOutcome.TooLong;
        }

        return await db.SaveWithRetryAsync(
            async () =>
            {
                var stored = await db.ContentVersions.SingleOrDefaultAsync(v => v.Id == id, cancellationToken);
                return stored is null ? EditOutcome.NotFound
                    : stored.Version != version ? EditOutcome.Conflict
                    : await change(stored);
            },
            cancellationToken);
    }
}
