using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Blocks;

/// <summary>
/// A number that nobody at the helpline has to answer for a while: proposed by an adviser, decided by a supervisor. It holds a keyed hash, never the
/// number. Moments are UTC.
/// </summary>
public sealed class Block : Entity
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteLength = 1_000;

    private Block()
    {
    }

    /// <summary>Names it.</summary>
    public BlockId Id { get; private init; }

    /// <summary>The keyed hash of the number.</summary>
    public string EnquirerKey { get; private init; } = "";

    /// <summary>The contact it was proposed from.</summary>
    public ContactId ContactId { get; private init; }

    /// <summary>Why: the outcome of that contact.</summary>
    public string ReasonCode { get; private init; } = "";

    /// <summary>What happened, in the adviser's words; encrypted.</summary>
    public string Note { get; private init; } = "";

    /// <summary>How it stands.</summary>
    public BlockStatus Status { get; private set; }

    /// <summary>Who proposed it.</summary>
    public AdviserId ProposedBy { get; private init; }

    /// <summary>When.</summary>
    public DateTime ProposedAt { get; private init; }

    /// <summary>Who approved or refused it.</summary>
    public AdviserId? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The moment it is over; null unless it was approved.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>Who lifted it early.</summary>
    public AdviserId? LiftedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTime? LiftedAt { get; private set; }

    /// <summary>A proposal.</summary>
    public static Block Propose(string enquirerKey, ContactId contactId, string reasonCode, string note, AdviserId by, DateTime now) => new()
    {
        Id = BlockId.New(),
        EnquirerKey = enquirerKey,
        ContactId = contactId,
        ReasonCode = reasonCode,
        Note = note,
        ProposedBy = by,
        ProposedAt = now,
    };

    /// <summary>Whether calls from the number are turned away at a moment.</summary>
    public bool HoldsAt(DateTime now) => Status == BlockStatus.Approved && Until > now;

    /// <summary>Approves it until a moment.</summary>
    public void Approve(DateTime until, AdviserId by, DateTime now)
    {
        Decide(BlockStatus.Approved, by, now);
        Until = until;
    }

    /// <summary>Refuses it.</summary>
    public void Refuse(AdviserId by, DateTime now) => Decide(BlockStatus.Refused, by, now);

    /// <summary>Ends it early.</summary>
    public void Lift(AdviserId by, DateTime now)
    {
        if (!HoldsAt(now))
        {
            throw new RuleBrokenException("block.not-active");
        }

        Status = BlockStatus.Lifted;
        LiftedBy = by;
        LiftedAt = now;
    }

    private void Decide(BlockStatus status, AdviserId by, DateTime now)
    {
        if (Status != BlockStatus.Proposed)
        {
            throw new RuleBrokenException("block.decided");
        }

        Status = status;
        DecidedBy = by;
        DecidedAt = now;
    }
}
