using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Recall;

/// <summary>Starts re-contact lists and works them off.</summary>
public sealed class RecallService(HelplineDbContext db, RecallQueries queries, TimeProvider time)
{
    /// <summary>Starts a list of everybody answered with the article in the period.</summary>
    public async Task<(RecallOutcome Outcome, RecallId? Id)> StartAsync(StartRecall input, Guid userId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            return (RecallOutcome.ReasonMissing, null);
        }

        if (input.Reason.Length > RecallList.ReasonLength)
        {
            return (RecallOutcome.TooLong, null);
        }

        if (input.Until <= input.From)
        {
            return (RecallOutcome.PeriodEmpty, null);
        }

        var answers = await queries.AnsweredAsync(input.ArticleSlug, input.ArticleVersion, input.From, input.Until, cancellationToken);
        if (answers.Count == 0)
        {
            return (RecallOutcome.NobodyAnswered, null);
        }

        var list = RecallList.Start(input, answers, userId, time.UtcNow());
        db.RecallLists.Add(list);
        await db.SaveChangesAsync(cancellationToken);
        return (RecallOutcome.Done, list.Id);
    }

    /// <summary>Changes an entry on the version the page showed.</summary>
    public async Task<RecallOutcome> ChangeAsync(ChangeRecallEntry input, Guid userId, CancellationToken cancellationToken)
    {
        if (input.Note?.Length > RecallEntry.NoteLength)
        {
            return RecallOutcome.TooLong;
        }

        var entry = await db.RecallEntries.SingleOrDefaultAsync(e => e.Id == input.EntryId && e.RecallId == input.RecallId, cancellationToken);
        if (entry is null)
        {
            return RecallOutcome.NotFound;
        }

        if (entry.Version != input.Version)
        {
            return RecallOutcome.Conflict;
        }

        entry.Change(input.State, input.AssigneeId, input.Note, userId, time.UtcNow());
        return await db.TrySaveAsync(cancellationToken) ? RecallOutcome.Done : RecallOutcome.Conflict;
    }
}
