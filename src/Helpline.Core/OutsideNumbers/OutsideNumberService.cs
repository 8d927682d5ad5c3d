using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.OutsideNumbers;

/// <summary>What came of changing the directory.</summary>
public enum OutsideNumberOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>Another entry has that name.</summary>
    NameTaken,

    /// <summary>There is no such entry any more.</summary>
    Gone,
}

/// <summary>An entry of the directory as it is shown.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Who answers there.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Number">The number, in E.164.</param>
/// <param name="Note">What advisers should know.</param>
/// <param name="ChangedBy">Who changed it last: the name colleagues see.</param>
/// <param name="ChangedAt">When, UTC.</param>
public sealed record OutsideNumberEntry(
    OutsideNumberId Id, string Name, OutsideNumberKind Kind, string Number, string? Note, string ChangedBy, DateTime ChangedAt);

/// <summary>The directory of numbers that advisers may bring into a call.</summary>
public sealed class OutsideNumberService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>The entries, by kind and name.</summary>
    public async Task<IReadOnlyList<OutsideNumberEntry>> ListAsync(CancellationToken cancellationToken) => await (
        from n in db.OutsideNumbers.AsNoTracking()
        where n.RemovedAt == null
        orderby n.Kind, n.NameKey
        select new OutsideNumberEntry(
            n.Id, n.Name, n.Kind, n.Number, n.Note,
            db.Users.Where(u => u.Id == n.ChangedBy).Select(u => u.DisplayName).FirstOrDefault() ?? "a colleague", n.ChangedAt))
        .ToListAsync(cancellationToken);

    /// <summary>Adds an entry.</summary>
    public Task<OutsideNumberOutcome> AddAsync(OutsideNumberTerms terms, Guid by, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                if (await IsTakenAsync(terms, null, cancellationToken))
                {
                    return OutsideNumberOutcome.NameTaken;
                }

                db.OutsideNumbers.Add(OutsideNumber.Add(terms, by, time.UtcNow()));
                return OutsideNumberOutcome.Done;
            },
            cancellationToken);

    /// <summary>Changes an entry. A call that is being made to it goes on.</summary>
    public Task<OutsideNumberOutcome> ChangeAsync(OutsideNumberId id, OutsideNumberTerms terms, Guid by, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                if (await FindAsync(id, cancellationToken) is not { } entry)
                {
                    return OutsideNumberOutcome.Gone;
                }

                if (await IsTakenAsync(terms, id, cancellationToken))
                {
                    return OutsideNumberOutcome.NameTaken;
                }

                entry.Change(terms, by, time.UtcNow());
                return OutsideNumberOutcome.Done;
            },
            cancellationToken);

    /// <summary>Takes an entry out.</summary>
    public Task<OutsideNumberOutcome> RemoveAsync(OutsideNumberId id, Guid by, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () => await FindAsync(id, cancellationToken) is { } entry && entry.Remove(by, time.UtcNow())
                ? OutsideNumberOutcome.Done
                : OutsideNumberOutcome.Gone,
            cancellationToken);

    private Task<OutsideNumber?> FindAsync(OutsideNumberId id, CancellationToken cancellationToken) =>
        db.OutsideNumbers.SingleOrDefaultAsync(n => n.Id == id && n.RemovedAt == null, cancellationToken);

    private Task<bool> IsTakenAsync(OutsideNumberTerms terms, OutsideNumberId? but, CancellationToken cancellationToken)
    {
        var key = terms.Name.ToUpperInvariant();
        return db.OutsideNumbers.AnyAsync(n => n.NameKey == key && n.RemovedAt == null && n.Id != but, cancellationToken);
    }
}
