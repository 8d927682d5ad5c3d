using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Blocks;

/// <summary>What came of proposing a block.</summary>
public enum ProposeBlockOutcome
{
    /// <summary>A supervisor will decide.</summary>
    Proposed,

    /// <summary>The adviser did not end this contact, or there is none.</summary>
    NotYours,

    /// <summary>Only a contact that ended as abusive or a hoax can lead to a block.</summary>
    NotThisEnding,

    /// <summary>The number was withheld: there is nothing to block.</summary>
    NumberWithheld,

    /// <summary>The contact is marked as safeguarding: such a caller is never turned away.</summary>
    Safeguarding,

    /// <summary>A block was proposed from this contact already.</summary>
    AlreadyProposed,
}

/// <summary>What came of a supervisor's decision on a block.</summary>
public enum DecideBlockOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>There is no such block.</summary>
    NotFound,

    /// <summary>Somebody decided already, or the block is over.</summary>
    AlreadyDecided,

    /// <summary>Whoever proposed a block does not decide on it.</summary>
    OwnProposal,

    /// <summary>The last day is before today.</summary>
    DayPast,

    /// <summary>The last day is more than a year ahead.</summary>
    TooLong,
}

/// <summary>Blocks of numbers: proposed by advisers, decided by supervisors. The rule is on the page of supervisors in words.</summary>
public sealed class BlockService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Endings that can lead to a block.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["abusive", "hoax"];

    /// <summary>Days a block lasts unless the supervisor says otherwise.</summary>
    public const int UsualDays = 30;

    /// <summary>Proposes a block of the number a contact came from.</summary>
    public Task<ProposeBlockOutcome> ProposeAsync(ContactId contactId, string note, AdviserId by, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var contact = await db.Contacts.SingleOrDefaultAsync(
                    c => c.Id == contactId && c.AdviserId == by && c.Status == ContactStatus.Closed, cancellationToken);
                if (contact is null)
                {
                    return ProposeBlockOutcome.NotYours;
                }

                if (contact.DispositionCode is not { } reason || !Reasons.Contains(reason, StringComparer.Ordinal))
                {
                    return ProposeBlockOutcome.NotThisEnding;
                }

                if (contact.Priority == PriorityClass.Safeguarding)
                {
                    return ProposeBlockOutcome.Safeguarding;
                }

                if (contact.EnquirerNumber is null || contact.EnquirerKey is not { } key)
                {
                    return ProposeBlockOutcome.NumberWithheld;
                }

                if (await db.Blocks.AnyAsync(b => b.ContactId == contactId, cancellationToken))
                {
                    return ProposeBlockOutcome.AlreadyProposed;
                }

                var now = time.UtcNow();
                db.Blocks.Add(Block.Propose(key, contactId, reason, note, by, now));
                contact.NoteBlock("proposed", ProcessContext.By(by), now);
                return ProposeBlockOutcome.Proposed;
            },
            cancellationToken);

    /// <summary>Approves a proposal; calls are turned away through the last day (London).</summary>
    public Task<DecideBlockOutcome> ApproveAsync(BlockId id, DateOnly lastDay, AdviserId by, CancellationToken cancellationToken)
    {
        var today = time.LondonToday();
        return lastDay < today ? Task.FromResult(DecideBlockOutcome.DayPast)
            : lastDay > today.AddYears(1) ? Task.FromResult(DecideBlockOutcome.TooLong)
            : DecideAsync(id, by, "approved", (block, now) => block.Approve(lastDay.AddDays(1).LondonMidnightUtc(), by, now), cancellationToken);
    }

    /// <summary>Refuses a proposal.</summary>
    public Task<DecideBlockOutcome> RefuseAsync(BlockId id, AdviserId by, CancellationToken cancellationToken) =>
        DecideAsync(id, by, "refused", (block, now) => block.Refuse(by, now), cancellationToken);

    /// <summary>Ends a block early.</summary>
    public Task<DecideBlockOutcome> LiftAsync(BlockId id, AdviserId by, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            (block, now) => block.HoldsAt(now) ? DecideBlockOutcome.Done : DecideBlockOutcome.AlreadyDecided,
            by,
            "lifted",
            (block, now) => block.Lift(by, now),
            cancellationToken);

    private Task<DecideBlockOutcome> DecideAsync(
        BlockId id, AdviserId by, string what, Action<Block, DateTime> decide, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            (block, _) => block.Status != BlockStatus.Proposed ? DecideBlockOutcome.AlreadyDecided
                : block.ProposedBy == by ? DecideBlockOutcome.OwnProposal
                : DecideBlockOutcome.Done,
            by,
            what,
            decide,
            cancellationToken);

    private Task<DecideBlockOutcome> ChangeAsync(
        BlockId id,
        Func<Block, DateTime, DecideBlockOutcome> check,
        AdviserId by,
        string what,
        Action<Block, DateTime> change,
        CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                if (await db.Blocks.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } block)
                {
                    return DecideBlockOutcome.NotFound;
                }

                var checkedFirst = check(block, now);
                if (checkedFirst == DecideBlockOutcome.Done)
                {
                    change(block, now);
                    var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == block.ContactId, cancellationToken);
                    contact?.NoteBlock(what, ProcessContext.By(by), now);
                }

                return checkedFirst;
            },
            cancellationToken);
}
