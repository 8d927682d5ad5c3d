using Helpline.Core.Advisers;
using Helpline.Core.Contacts;

namespace Helpline.Core.Adjustments;

/// <summary>What an enquirer asks for, as the adviser marks it. It replaces what was marked before.</summary>
public sealed record MarkAdjustments
{
    /// <summary>The contact whose enquirer asks.</summary>
    public required ContactId ContactId { get; init; }

    /// <summary>Who marks it.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>What should be done differently.</summary>
    public AdjustmentKinds Kinds { get; init; }

    /// <summary>The language to interpret, at most <see cref="EnquirerAdjustments.ShortLength"/> characters.</summary>
    public string? Language { get; init; }

    /// <summary>When it is safe to ring, at most <see cref="EnquirerAdjustments.ShortLength"/> characters.</summary>
    public string? SafeHours { get; init; }

    /// <summary>Anything else, at most <see cref="EnquirerAdjustments.NoteLength"/> characters.</summary>
    public string? Note { get; init; }
}

/// <summary>What came of marking adjustments.</summary>
public enum AdjustmentOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The adviser does not have this contact.</summary>
    NotYours,

    /// <summary>The contact is not in the adviser's hands any more.</summary>
    NotNow,

    /// <summary>The enquirer gave neither number nor address, so nobody would find it again.</summary>
    NobodyKnown,

    /// <summary>A text is too long.</summary>
    TooLong,
}
