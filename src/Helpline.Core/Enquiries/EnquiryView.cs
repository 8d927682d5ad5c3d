using Helpline.Core.Contacts;

namespace Helpline.Core.Enquiries;

/// <summary>One message of the thread, to be shown.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Body">The text, plain; <c>[words](/advice/slug)</c> is a link where the slug is among the citations.</param>
/// <param name="SentAt">When, UTC.</param>
/// <param name="Citations">The articles relied on.</param>
public sealed record EnquiryMessageView(MessageAuthor Author, string Body, DateTime SentAt, IReadOnlyList<EnquiryCitation> Citations);

/// <summary>An enquiry as the enquirer sees it.</summary>
public sealed record EnquiryView
{
    /// <summary>The enquiry.</summary>
    public required EnquiryId Id { get; init; }

    /// <summary>Its reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The thread, oldest first.</summary>
    public required IReadOnlyList<EnquiryMessageView> Messages { get; init; }

    /// <summary>How the answer reaches the enquirer.</summary>
    public required ReplyRoute Reply { get; init; }

    /// <summary>When the reply still to come is promised by, UTC; null when everything is answered.</summary>
    public DateTime? ReplyDueAt { get; init; }

    /// <summary>Whether the one follow-up can be written.</summary>
    public required bool MayFollowUp { get; init; }

    /// <summary>The contact a rating is about: that of the latest answer; null before the first.</summary>
    public ContactId? AnsweredContactId { get; init; }
}

/// <summary>An enquiry as the adviser who has its contact sees it.</summary>
public sealed record EnquiryDesk
{
    /// <summary>The enquiry's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The thread so far, oldest first; for a follow-up it holds the first question and its answer.</summary>
    public required IReadOnlyList<EnquiryMessageView> Messages { get; init; }

    /// <summary>Whether this contact is the follow-up of an answered question.</summary>
    public required bool IsFollowUp { get; init; }

    /// <summary>How the answer reaches the enquirer.</summary>
    public required ReplyRoute Reply { get; init; }

    /// <summary>When the reply is promised by, UTC.</summary>
    public required DateTime ReplyDueAt { get; init; }

    /// <summary>The answer as far as it is written; null before the first saving.</summary>
    public string? Draft { get; init; }

    /// <summary>The version of the draft; 0 for none.</summary>
    public required long DraftVersion { get; init; }

    /// <summary>When the draft was last saved, UTC.</summary>
    public DateTime? DraftSavedAt { get; init; }

    /// <summary>What should be done differently for the enquirer.</summary>
    public string? Adjustments { get; init; }

    /// <summary>The enquirer's name, if given.</summary>
    public string? EnquirerName { get; init; }

    /// <summary>The child's age band.</summary>
    public string? AgeBand { get; init; }

    /// <summary>The topic, where said.</summary>
    public string? TopicId { get; init; }

    /// <summary>The topic's group, where said.</summary>
    public string? TopicGroupId { get; init; }

    /// <summary>The authority (GSS code), where said.</summary>
    public string? AuthorityCode { get; init; }

    /// <summary>The region (GSS code), where said.</summary>
    public string? RegionCode { get; init; }
}
