using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Blocks;

/// <summary>A block as supervisors see it. The number is not part of it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Status">How it stands.</param>
/// <param name="ReasonCode">Why.</param>
/// <param name="Note">What happened.</param>
/// <param name="ProposedBy">Who proposed it: the name colleagues see.</param>
/// <param name="ProposedAt">When, UTC.</param>
/// <param name="Until">The moment it is over, UTC.</param>
/// <param name="TurnedAway">How many calls it has turned away.</param>
/// <param name="Calls">How many contacts came from the number in all.</param>
public sealed record BlockView(
    BlockId Id, BlockStatus Status, string ReasonCode, string Note, string ProposedBy, DateTime ProposedAt, DateTime? Until, int TurnedAway, int Calls);

/// <summary>Reads blocks.</summary>
public sealed class BlockQueries(HelplineDbContext db, TimeProvider time)
{
    /// <summary>The most that are listed.</summary>
    public const int Most = 200;

    /// <summary>Proposals to be decided, oldest first, and then the blocks that hold, soonest over first.</summary>
    public async Task<IReadOnlyList<BlockView>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        return await (
            from b in db.Blocks.AsNoTracking()
            where b.Status == BlockStatus.Proposed || (b.Status == BlockStatus.Approved && b.Until > now)
            orderby b.Status, b.Until, b.ProposedAt
            select new BlockView(
                b.Id,
                b.Status,
                b.ReasonCode,
                b.Note,
                db.Advisers.Where(a => a.Id == b.ProposedBy).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                b.ProposedAt,
                b.Until,
                db.Contacts.Count(c => c.EnquirerKey == b.EnquirerKey && c.DispositionCode == Contact.BlockedCode && c.ArrivedAt >= b.DecidedAt),
                db.Contacts.Count(c => c.EnquirerKey == b.EnquirerKey))).Take(Most).ToListAsync(cancellationToken);
    }
}
