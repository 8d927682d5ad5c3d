using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Publishing;

/// <summary>What is served without a new text: an earlier version, the shipped file, or the same words with new dates of review.</summary>
public sealed partial class PublishingService
{
    /// <summary>What a draft is told when the text beneath it changed.</summary>
    internal const string BaseChanged = "What is served changed while this was open. Compare and take it over.";

    /// <summary>Publishes the text of an earlier version anew. It was approved once; a reason is asked for, a second person is not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="number">The version to go back to; it must have been published.</param>
    /// <param name="shippedHash">The shipped file's hash now.</param>
    /// <param name="by">Who and why.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditOutcome> RollBackAsync(string path, int number, string? shippedHash, EditContext by, CancellationToken cancellationToken)
    {
        if (Refusal(by) is { } refused)
        {
            return Task.FromResult(refused);
        }

        return db.SaveWithRetryAsync(
            async () =>
            {
                var earlier = await db.ContentVersions.SingleOrDefaultAsync(v => v.Path == path && v.Number == number, cancellationToken);
                if (earlier is null)
                {
                    return EditOutcome.NotFound;
                }

                if (earlier.PublishedAt is null || earlier.Status == VersionStatus.Published)
                {
                    return EditOutcome.NotNow;
                }

                var now = time.UtcNow();
                var served = await db.ServedHashAsync(path, shippedHash, cancellationToken);
                await ReturnOpenAsync(path, now, cancellationToken);
                var version = earlier.Again(await db.NextNumberAsync(path, cancellationToken), served, shippedHash, by.UserId!.Value, now);
                db.ContentVersions.Add(version);
                await ServeAsync(version, ContentChangeKind.RolledBack, by, cancellationToken);
                return EditOutcome.Done;
            },
            cancellationToken);
    }

    /// <summary>Takes the published version down: the shipped file serves again, or none where none is shipped.</summary>
    public Task<EditOutcome> TakeDownAsync(string path, EditContext by, CancellationToken cancellationToken)
    {
        if (Refusal(by) is { } refused)
        {
            return Task.FromResult(refused);
        }

        return db.SaveWithRetryAsync(
            async () =>
            {
                if (await db.PublishedVersionAsync(path, cancellationToken) is not { } published)
                {
                    return EditOutcome.NotNow;
                }

                var now = time.UtcNow();
                await ReturnOpenAsync(path, now, cancellationToken);
                published.Withdraw(now);
                await db.MoveHeadAsync(now, cancellationToken);
                db.Note(published, ContentChangeKind.Withdrawn, by, now);
                return EditOutcome.Done;
            },
            cancellationToken);
    }

    /// <summary>
    /// Serves the same words with new dates of review. The caller has seen to it that nothing else differs; a version that is open
    /// holds words of its own, so the dates belong there.
    /// </summary>
    public Task<EditOutcome> RenewAsync(ContentText content, EditContext by, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                if (await db.OpenVersionAsync(content.Path, cancellationToken) is not null)
                {
                    return EditOutcome.AnotherOpen;
                }

                var now = time.UtcNow();
                var served = await db.ServedHashAsync(content.Path, content.ShippedHash, cancellationToken);
                var version = ContentVersion.Begin(content, await db.NextNumberAsync(content.Path, cancellationToken), served, by.UserId!.Value, now);
                db.ContentVersions.Add(version);
                await ServeAsync(version, ContentChangeKind.Reviewed, by, cancellationToken);
                return EditOutcome.Done;
            },
            cancellationToken);

    private static EditOutcome? Refusal(EditContext by) =>
        string.IsNullOrWhiteSpace(by.Why) ? EditOutcome.WhyMissing
        : PublishingStore.TooLong(by.Why) ? EditOutcome.TooLong
        : null;

    /// <summary>An open version stands on what was served: its writer must see the change, and nobody may publish it unseen.</summary>
    private async Task ReturnOpenAsync(string path, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.OpenVersionAsync(path, cancellationToken) is { } open && open.Status != VersionStatus.Draft)
        {
            open.Return(BaseChanged);
            db.Note(open, ContentChangeKind.Returned, EditContext.System with { Why = BaseChanged }, now);
        }
    }
}
