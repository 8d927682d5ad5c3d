using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Feedback;

/// <summary>What the enquirer said about a contact. Scores run from 1 (no) to 5 (yes).</summary>
public sealed class ContactFeedback : Entity
{
    /// <summary>Longest comment, in characters.</summary>
    public const int CommentLength = 2_000;

    /// <summary>The contact; one feedback each.</summary>
    public ContactId ContactId { get; internal init; }

    /// <summary>Hash of the token in the link that was handed out; null when asked by keypad only.</summary>
    public string? TokenHash { get; internal set; }

    /// <summary>Did we help?</summary>
    public int? Helped { get; internal set; }

    /// <summary>Do you know what to do next?</summary>
    public int? NextStepClear { get; internal set; }

    /// <summary>A comment; encrypted.</summary>
    public string? Comment { get; internal set; }

    /// <summary>When the first score came, UTC; null until then.</summary>
    public DateTime? GivenAt { get; internal set; }

    /// <summary>Whether the scores have gone to the figures.</summary>
    public bool Reported { get; internal set; }
}
