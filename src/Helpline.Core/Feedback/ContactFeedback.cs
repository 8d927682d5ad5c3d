using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Feedback;

/// <summary>What the enquirer said about a contact. Scores run from 1 (no) to 5 (yes). Moments are UTC.</summary>
public sealed class ContactFeedback : Entity
{
    /// <summary>Longest comment, in characters.</summary>
    public const int CommentLength = 2_000;

    private ContactFeedback()
    {
    }

    /// <summary>The contact; one feedback each.</summary>
    public ContactId ContactId { get; private init; }

    /// <summary>Hash of the token in the link that was handed out; null when asked by keypad only.</summary>
    public string? TokenHash { get; internal set; }

    /// <summary>Did we help?</summary>
    public int? Helped { get; private set; }

    /// <summary>Do you know what to do next?</summary>
    public int? NextStepClear { get; private set; }

    /// <summary>A comment; encrypted.</summary>
    public string? Comment { get; private set; }

    /// <summary>When the first score came; null until then.</summary>
    public DateTime? GivenAt { get; private set; }

    /// <summary>How the scores reach the figures; each contact's scores are counted once.</summary>
    public FeedbackReport Report { get; private set; }

    /// <summary>Nothing said yet.</summary>
    public static ContactFeedback For(ContactId contactId) => new() { ContactId = contactId };

    /// <summary>Keeps what was said; null leaves what was said before.</summary>
    internal void Give(FeedbackInput input, DateTime now)
    {
        Helped = input.Helped ?? Helped;
        NextStepClear = input.NextStepClear ?? NextStepClear;
        Comment = string.IsNullOrWhiteSpace(input.Comment) ? Comment : input.Comment;
        GivenAt ??= Helped is null && NextStepClear is null ? null : now;
        Raise(new FeedbackGiven { At = now, ContactId = ContactId, By = ProcessContext.Enquirer });
    }

    /// <summary>The contact's facts are going out: with the scores if there are any, without them if not. True when with.</summary>
    internal bool GoWithFacts()
    {
        Report = GivenAt is null ? FeedbackReport.ApartWhenGiven : FeedbackReport.WithFacts;
        return Report == FeedbackReport.WithFacts;
    }

    /// <summary>True, once, when scores have come after the contact's facts went out and are to be reported apart.</summary>
    internal bool TakeForReport()
    {
        if (Report != FeedbackReport.ApartWhenGiven || GivenAt is null)
        {
            return false;
        }

        Report = FeedbackReport.Apart;
        return true;
    }
}

/// <summary>How a contact's scores reach the figures.</summary>
public enum FeedbackReport
{
    /// <summary>Not decided: the contact's facts have not gone out.</summary>
    Undecided,

    /// <summary>They went out with the contact's facts.</summary>
    WithFacts,

    /// <summary>The facts went out without scores; scores that still come go out apart.</summary>
    ApartWhenGiven,

    /// <summary>They went out apart.</summary>
    Apart,
}
