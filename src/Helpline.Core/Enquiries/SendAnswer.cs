using Helpline.Core.Advisers;
using Helpline.Core.Contacts;

namespace Helpline.Core.Enquiries;

/// <summary>What came of saving a draft.</summary>
public enum SaveDraftOutcome
{
    /// <summary>Saved.</summary>
    Saved,

    /// <summary>It was changed elsewhere since; nothing was overwritten.</summary>
    Conflict,

    /// <summary>The adviser does not have this contact.</summary>
    NotYours,

    /// <summary>The contact is not being answered any more, or is not an enquiry.</summary>
    NotNow,

    /// <summary>It is longer than <see cref="Enquiry.AnswerLength"/>.</summary>
    TooLong,
}

/// <summary>The outcome of saving a draft, with the version stored now (0 for none).</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Version">The version to save on next; after a conflict that of the draft saved elsewhere.</param>
public readonly record struct SavedDraft(SaveDraftOutcome Outcome, long Version);

/// <summary>An answer to send.</summary>
public sealed record SendAnswer
{
    /// <summary>The contact it answers.</summary>
    public required ContactId ContactId { get; init; }

    /// <summary>Who answers.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>
    /// The answer, plain text. <c>[words](/advice/slug)</c> becomes a link where that article is cited; nothing else is markup.
    /// </summary>
    public required string Body { get; init; }

    /// <summary>The version of the draft it was made from, so that a newer draft is not passed over; null for do not ask.</summary>
    public long? DraftVersion { get; init; }

    /// <summary>The answer as it goes into a text, where the adviser chose that; null for the link to it.</summary>
    public AnswerInText? InText { get; init; }
}

/// <summary>An answer that goes into a text itself.</summary>
/// <param name="Body">The words exactly as they were previewed.</param>
/// <param name="Previewed">The mark of the preview that was confirmed.</param>
public sealed record AnswerInText(string Body, string? Previewed);

/// <summary>What came of sending an answer.</summary>
public enum SendAnswerOutcome
{
    /// <summary>Sent; the contact is in wrap-up.</summary>
    Sent,

    /// <summary>The adviser does not have this contact.</summary>
    NotYours,

    /// <summary>The contact is not being answered: it is answered already, put aside for a call, or not an enquiry.</summary>
    NotNow,

    /// <summary>A newer draft was saved elsewhere.</summary>
    DraftConflict,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is longer than <see cref="Enquiry.AnswerLength"/>.</summary>
    TooLong,

    /// <summary>It cites or links to an article that is marked wrong.</summary>
    ArticleWrong,

    /// <summary>It is to go into the text itself and has too many parts.</summary>
    TextTooLong,

    /// <summary>It is to go into the text itself and is not what was previewed.</summary>
    TextNotPreviewed,
}
