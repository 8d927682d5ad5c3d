using Helpline.Core.Contacts;

namespace Helpline.Core.Recall;

/// <summary>A re-contact list at a glance.</summary>
/// <param name="Id">The list.</param>
/// <param name="ArticleSlug">The article.</param>
/// <param name="ArticleVersion">The version; null for any.</param>
/// <param name="From">The period's beginning, UTC.</param>
/// <param name="Until">The period's end, UTC.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="StartedAt">When, UTC.</param>
/// <param name="Total">How many contacts.</param>
/// <param name="Left">How many of them are still to do.</param>
public sealed record RecallProgress(
    RecallId Id, string ArticleSlug, string? ArticleVersion, DateTime From, DateTime Until, string Reason, Guid StartedBy, DateTime StartedAt, int Total, int Left);

/// <summary>An entry with what is known of the contact without opening its record.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Version">The number to change it on.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Channel">How it arrived.</param>
/// <param name="Reference">The enquiry's reference, where it was written.</param>
/// <param name="TopicId">The contact's topic.</param>
/// <param name="ArticleVersion">The version given.</param>
/// <param name="GivenAt">When, UTC.</param>
/// <param name="State">How far it is.</param>
/// <param name="AssigneeId">Who sees to it.</param>
/// <param name="Note">What was said or tried.</param>
/// <param name="ChangedAt">When it was last changed, UTC.</param>
public sealed record RecallEntryView(
    Guid Id,
    long Version,
    ContactId ContactId,
    Channel Channel,
    string? Reference,
    string? TopicId,
    string ArticleVersion,
    DateTime GivenAt,
    RecallState State,
    Guid? AssigneeId,
    string? Note,
    DateTime ChangedAt);

/// <summary>How an enquirer can be reached. Reading it is recorded.</summary>
/// <param name="Name">The name, if given.</param>
/// <param name="Number">The number, if known.</param>
/// <param name="Email">The address, if given.</param>
public sealed record ReachableAt(string? Name, string? Number, string? Email);
