using Helpline.Core.Contacts;

namespace Helpline.Core.Enquiries;

/// <summary>A question from the public site. Only the question is needed.</summary>
public sealed record SubmitEnquiry
{
    /// <summary>The form's own random token: the same one twice makes one enquiry.</summary>
    public required string FormToken { get; init; }

    /// <summary>The question, at most <see cref="Enquiry.QuestionLength"/> characters.</summary>
    public required string Question { get; init; }

    /// <summary>How the answer reaches the enquirer.</summary>
    public required ReplyRoute Reply { get; init; }

    /// <summary>The address for <see cref="ReplyRoute.Email"/>; not kept otherwise.</summary>
    public string? Email { get; init; }

    /// <summary>A name, if given.</summary>
    public string? Name { get; init; }

    /// <summary>The topic, by its id in the taxonomy.</summary>
    public string? TopicId { get; init; }

    /// <summary>The topic's group.</summary>
    public string? TopicGroupId { get; init; }

    /// <summary>The child's age band.</summary>
    public string? AgeBand { get; init; }

    /// <summary>The authority where the child lives (GSS code).</summary>
    public string? AuthorityCode { get; init; }

    /// <summary>Its region (GSS code).</summary>
    public string? RegionCode { get; init; }

    /// <summary>What should be done differently for the enquirer.</summary>
    public string? Adjustments { get; init; }

    /// <summary>A date that matters, such as that of a decision letter; null when none was given.</summary>
    public SetEventDate? Happened { get; init; }

    /// <summary>The site's address as the enquirer has it, for links in Development; null elsewhere.</summary>
    public string? Origin { get; init; }
}

/// <summary>A question that has been taken in.</summary>
/// <param name="Id">The enquiry.</param>
/// <param name="ContactId">Its first contact.</param>
/// <param name="Reference">What the enquirer calls it.</param>
/// <param name="Pin">The PIN to come back with; null when the answer goes by e-mail.</param>
/// <param name="ReplyDueAt">When a reply is promised by, UTC.</param>
public sealed record SubmittedEnquiry(EnquiryId Id, ContactId ContactId, string Reference, string? Pin, DateTime ReplyDueAt);

/// <summary>What came of a follow-up.</summary>
public enum FollowUpOutcome
{
    /// <summary>It joined the queue.</summary>
    Sent,

    /// <summary>There was one already.</summary>
    AlreadyFollowedUp,

    /// <summary>The question has not been answered yet.</summary>
    NotAnsweredYet,

    /// <summary>There is no such enquiry.</summary>
    NotFound,
}
