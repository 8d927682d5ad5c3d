using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Publishing;

/// <summary>What editors say of content and of the law it rests on, without changing a word: wrong, right again, changed.</summary>
public sealed class MarkingService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Marks a file wrong (red). Marking one that is red changes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hash">The version being served, as citations name it.</param>
    /// <param name="by">Who, and what is wrong.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditOutcome> MarkWrongAsync(string path, string hash, EditContext by, CancellationToken cancellationToken) =>
        WithReasonAsync(by, async now =>
        {
            if (await OpenMarkAsync(path, cancellationToken) is not null)
            {
                return EditOutcome.NotNow;
            }

            db.ContentMarks.Add(ContentMark.Put(path, hash, by.Why!.Trim(), by.UserId!.Value, now));
            db.Note(path, null, ContentChangeKind.MarkedWrong, by, now);
            return EditOutcome.Done;
        }, cancellationToken);

    /// <summary>Clears the mark: what is served now is right.</summary>
    public Task<EditOutcome> ClearAsync(string path, EditContext by, CancellationToken cancellationToken) =>
        WithReasonAsync(by, async now =>
        {
            if (await OpenMarkAsync(path, cancellationToken) is not { } mark)
            {
                return EditOutcome.NotNow;
            }

            mark.Clear(by.UserId!.Value, now);
            db.Note(path, null, ContentChangeKind.Cleared, by, now);
            return EditOutcome.Done;
        }, cancellationToken);

    /// <summary>Records that a provision changed.</summary>
    public Task<EditOutcome> RecordChangeAsync(string provisionId, DateOnly changedOn, EditContext by, CancellationToken cancellationToken) =>
        WithReasonAsync(by, now =>
        {
            db.ProvisionChanges.Add(ProvisionChange.Record(provisionId, changedOn, by.Why!.Trim(), by.UserId!.Value, now));
            db.Note(provisionId, null, ContentChangeKind.ProvisionChanged, by, now);
            return Task.FromResult(EditOutcome.Done);
        }, cancellationToken);

    /// <summary>Takes a mistaken record of a change back.</summary>
    public Task<EditOutcome> WithdrawChangeAsync(Guid id, EditContext by, CancellationToken cancellationToken) =>
        WithReasonAsync(by, async now =>
        {
            if (await db.ProvisionChanges.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } change)
            {
                return EditOutcome.NotFound;
            }

            change.Withdraw(now);
            db.Note(change.ProvisionId, null, ContentChangeKind.ProvisionChangeWithdrawn, by, now);
            return EditOutcome.Done;
        }, cancellationToken);

    private async Task<EditOutcome> WithReasonAsync(EditContext by, Func<DateTime, Task<EditOutcome>> change, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(by.Why))
        {
            return EditOutcome.WhyMissing;
        }

        if (PublishingStore.TooLong(by.Why))
        {
            return EditOutcome.TooLong;
        }

        return await db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var outcome = await change(now);
                if (outcome == EditOutcome.Done)
                {
                    await db.MoveHeadAsync(now, cancellationToken);
                }

                return outcome;
            },
            cancellationToken);
    }

    private Task<ContentMark?> OpenMarkAsync(string path, CancellationToken cancellationToken) =>
        db.ContentMarks.SingleOrDefaultAsync(m => m.Path == path && m.ClearedAt == null, cancellationToken);
}
