using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Surges;

/// <summary>What came of switching a surge on, changing it or switching it off.</summary>
public enum SurgeOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>One is on already.</summary>
    AlreadyOn,

    /// <summary>None is on.</summary>
    NotOn,

    /// <summary>The end is not in the future.</summary>
    EndPast,

    /// <summary>The end is too far ahead.</summary>
    TooLong,
}

/// <summary>One entry of the log.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who: the name colleagues see.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Terms">What the surge changed from then on.</param>
public sealed record SurgeLogEntry(DateTime At, string By, SurgeChangeKind Kind, string Terms);

/// <summary>Switches surges on and off. Every change is logged in the commit that makes it.</summary>
public sealed class SurgeService(HelplineDbContext db, SurgeBoard board, TimeProvider time)
{
    /// <summary>The most entries of the log that are listed.</summary>
    public const int MostListed = 50;

    /// <summary>Switches one on.</summary>
    public Task<SurgeOutcome> StartAsync(SurgeTerms terms, Guid by, CancellationToken cancellationToken) => ChangeAsync(
        async (open, now) =>
        {
            if (open?.HoldsAt(now) == true)
            {
                return SurgeOutcome.AlreadyOn;
            }

            if (Refusal(terms, now) is { } refusal)
            {
                return refusal;
            }

            if (open is not null)
            {
                // Its time is over. It makes room first, as only one may be open.
                open.End(now);
                await db.TrySaveAsync(cancellationToken);
            }

            var surge = Surge.Start(terms, by, now);
            db.Surges.Add(surge);
            db.SurgeChanges.Add(SurgeChange.Of(surge, SurgeChangeKind.SwitchedOn, by, now));
            return SurgeOutcome.Done;
        },
        cancellationToken);

    /// <summary>Changes the one that is on.</summary>
    public Task<SurgeOutcome> ChangeAsync(SurgeTerms terms, Guid by, CancellationToken cancellationToken) => ChangeAsync(
        (open, now) =>
        {
            if (open?.HoldsAt(now) != true)
            {
                return Task.FromResult(SurgeOutcome.NotOn);
            }

            if (Refusal(terms, now) is { } refusal)
            {
                return Task.FromResult(refusal);
            }

            open.Change(terms, now);
            db.SurgeChanges.Add(SurgeChange.Of(open, SurgeChangeKind.Changed, by, now));
            return Task.FromResult(SurgeOutcome.Done);
        },
        cancellationToken);

    /// <summary>Switches the one that is on off.</summary>
    public Task<SurgeOutcome> EndAsync(Guid by, CancellationToken cancellationToken) => ChangeAsync(
        (open, now) =>
        {
            if (open?.HoldsAt(now) != true)
            {
                return Task.FromResult(SurgeOutcome.NotOn);
            }

            db.SurgeChanges.Add(SurgeChange.Of(open, SurgeChangeKind.SwitchedOff, by, now));
            open.End(now);
            return Task.FromResult(SurgeOutcome.Done);
        },
        cancellationToken);

    /// <summary>The latest changes, newest first.</summary>
    public async Task<IReadOnlyList<SurgeLogEntry>> LogAsync(CancellationToken cancellationToken) => await (
        from c in db.SurgeChanges.AsNoTracking()
        orderby c.At descending
        select new SurgeLogEntry(
            c.At, db.Users.Where(u => u.Id == c.By).Select(u => u.DisplayName).FirstOrDefault() ?? "a colleague", c.Kind, c.Terms))
        .Take(MostListed).ToListAsync(cancellationToken);

    private async Task<SurgeOutcome> ChangeAsync(Func<Surge?, DateTime, Task<SurgeOutcome>> change, CancellationToken cancellationToken)
    {
        var outcome = await db.SaveWithRetryAsync(
            async () => await change(await db.Surges.SingleOrDefaultAsync(s => s.EndedAt == null, cancellationToken), time.UtcNow()), cancellationToken);
        board.Refresh();
        return outcome;
    }

    private static SurgeOutcome? Refusal(SurgeTerms terms, DateTime now) =>
        terms.Until <= now ? SurgeOutcome.EndPast : terms.Until > now.AddDays(Surge.LongestDays) ? SurgeOutcome.TooLong : null;
}
