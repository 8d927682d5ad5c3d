using Helpline.Core.Advisers;
using Helpline.Core.Contacts;

namespace Helpline.Core.Routing;

/// <summary>What the policy sees of a waiting contact.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Priority">What is at stake.</param>
/// <param name="JoinedAt">When it first joined the queue, UTC.</param>
/// <param name="SkillId">The skill the topic needs; null for none in particular.</param>
/// <param name="IsLive">Whether somebody is on the line.</param>
/// <param name="ReplyDueAt">When a written reply is promised by, UTC.</param>
/// <param name="PreferredAdviserId">The only adviser to ask until <paramref name="PreferredUntil"/>; for written work, only while they are present. After it, or without it, the one to choose among several who are free.</param>
/// <param name="PreferredUntil">See there; UTC; null when nothing waits for them.</param>
public sealed record WaitingContact(
    ContactId Id,
    PriorityClass Priority,
    DateTime JoinedAt,
    string? SkillId,
    bool IsLive,
    DateTime? ReplyDueAt = null,
    AdviserId? PreferredAdviserId = null,
    DateTime? PreferredUntil = null)
{
    /// <summary>Whether it is a booked call, which was promised its time.</summary>
    public bool IsBooked { get; init; }

    /// <summary>The topic group the enquirer gave, which a reroute does not change; null for none.</summary>
    public string? TopicGroupId { get; init; }

    /// <summary>Advisers who declined it, or handed it back, a short while ago.</summary>
    public IReadOnlyCollection<AdviserId> DeclinedBy { get; init; } = [];
}
