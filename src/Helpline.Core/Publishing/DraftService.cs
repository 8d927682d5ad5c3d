using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Publishing;

/// <summary>Writing a version, up to handing it to a second person. Nothing one editor wrote is overwritten unseen by another.</summary>
public sealed class DraftService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Begins a draft. While another version of the file is open that one is returned instead.</summary>
    /// <param name="content">The text to begin with: what is served, or the beginning of a new file.</param>
    /// <param name="isNew">Whether no such file exists yet.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditResult> StartAsync(ContentText content, bool isNew, EditContext by, CancellationToken cancellationToken)
    {
        if (content.Text.Length > ContentVersion.TextLength || content.Path.Length > ContentVersion.PathLength)
        {
            return Task.FromResult(new EditResult(EditOutcome.TooLong));
        }

        return db.SaveWithRetryAsync(
            async () =>
            {
                if (await db.OpenVersionAsync(content.Path, cancellationToken) is { } open)
                {
                    return new EditResult(EditOutcome.AnotherOpen, open.Id, open.Version);
                }

                var now = time.UtcNow();
                var served = isNew ? null : await db.ServedHashAsync(content.Path, content.ShippedHash, cancellationToken);
                var number = await db.NextNumberAsync(content.Path, cancellationToken);
                var version = ContentVersion.Begin(content, number, served, by.UserId!.Value, now);
                db.ContentVersions.Add(version);
                db.Note(version, ContentChangeKind.Started, by, now);
                return new EditResult(EditOutcome.Done, version.Id, version.Version);
            },
            cancellationToken);
    }

    /// <summary>Saves a draft on the version the page showed. After a conflict the stored text is untouched, and so is the editor's.</summary>
    public async Task<EditResult> SaveAsync(SaveDraft input, EditContext by, CancellationToken cancellationToken)
    {
        if (input.Text.Length > ContentVersion.TextLength || PublishingStore.TooLong(input.Note))
        {
            return new EditResult(EditOutcome.TooLong, input.VersionId, input.Version);
        }

        var stored = await db.ContentVersions.SingleOrDefaultAsync(v => v.Id == input.VersionId, cancellationToken);
        if (stored is null)
        {
            return new EditResult(EditOutcome.NotFound);
        }

        if (stored.Status != VersionStatus.Draft)
        {
            return new EditResult(EditOutcome.NotNow, stored.Id, stored.Version);
        }

        if (stored.Version != input.Version)
        {
            return new EditResult(EditOutcome.Conflict, stored.Id, stored.Version);
        }

        if (stored.Text == input.Text && stored.Note == input.Note)
        {
            return new EditResult(EditOutcome.Done, stored.Id, stored.Version);
        }

        var now = time.UtcNow();
        stored.Save(input.Text, input.Hash, input.Note, by.UserId!.Value, now);
        var path = stored.Path;
        var number = stored.Number;
        if (!await db.ContentChanges.AnyAsync(
            c => c.Path == path && c.Number == number && c.UserId == by.UserId && c.Kind == ContentChangeKind.Edited, cancellationToken))
        {
            db.Note(stored, ContentChangeKind.Edited, by, now);
        }

        return await db.TrySaveAsync(cancellationToken)
            ? new EditResult(EditOutcome.Done, stored.Id, stored.Version)
            : new EditResult(EditOutcome.Conflict, input.VersionId, await VersionOfAsync(input.VersionId, cancellationToken));
    }

    /// <summary>Says that the writer has taken over what changed beneath the draft.</summary>
    public Task<EditOutcome> TakeBaseAsync(
        ContentVersionId id, long version, string? shippedHash, EditContext by, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, by, async draft =>
        {
            if (draft.Status != VersionStatus.Draft)
            {
                return EditOutcome.NotNow;
            }

            draft.TakeBase(await db.ServedHashAsync(draft.Path, shippedHash, cancellationToken), shippedHash);
            db.Note(draft, ContentChangeKind.BaseTaken, by, time.UtcNow());
            return EditOutcome.Done;
        }, cancellationToken);

    /// <summary>Hands the draft to a second person, with a note on what changed and why.</summary>
    public Task<EditOutcome> SubmitAsync(
        ContentVersionId id, long version, string? shippedHash, EditContext by, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, by, async draft =>
        {
            if (draft.Status != VersionStatus.Draft)
            {
                return EditOutcome.NotNow;
            }

            if (string.IsNullOrWhiteSpace(by.Why))
            {
                return EditOutcome.WhyMissing;
            }

            if (draft.BaseHash != await db.ServedHashAsync(draft.Path, shippedHash, cancellationToken))
            {
                return EditOutcome.BaseMoved;
            }

            draft.Submit(by.Why.Trim());
            db.Note(draft, ContentChangeKind.Submitted, by, time.UtcNow());
            return EditOutcome.Done;
        }, cancellationToken);

    /// <summary>Gives an open version up.</summary>
    public Task<EditOutcome> GiveUpAsync(ContentVersionId id, long version, EditContext by, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, by, open =>
        {
            if (!open.IsOpen)
            {
                return Task.FromResult(EditOutcome.NotNow);
            }

            var now = time.UtcNow();
            open.Withdraw(now);
            db.Note(open, ContentChangeKind.Withdrawn, by, now);
            return Task.FromResult(EditOutcome.Done);
        }, cancellationToken);

    private async Task<EditOutcome> ChangeAsync(
        ContentVersionId id, long version, EditContext by, Func<ContentVersion, Task<EditOutcome>> change, CancellationToken cancellationToken)
    {
        if (PublishingStore.TooLong(by.Why))
        {
            return EditOutcome.TooLong;
        }

        var stored = await db.ContentVersions.SingleOrDefaultAsync(v => v.Id == id, cancellationToken);
        if (stored is null)
        {
            return EditOutcome.NotFound;
        }

        if (stored.Version != version)
        {
            return EditOutcome.Conflict;
        }

        var outcome = await change(stored);
        return outcome != EditOutcome.Done || await db.TrySaveAsync(cancellationToken) ? outcome : EditOutcome.Conflict;
    }

    private Task<long> VersionOfAsync(ContentVersionId id, CancellationToken cancellationToken) =>
        db.ContentVersions.Where(v => v.Id == id).Select(v => v.Version).SingleAsync(cancellationToken);
}
