using Helpline.Core.Advisers;
using Helpline.Core.Contacts;

namespace Helpline.Core.Floor;

/// <summary>A skill on the board.</summary>
/// <param name="Id">The topic group.</param>
/// <param name="Proficiency">1 to 5.</param>
/// <param name="State">Whether routing counts it.</param>
public sealed record FloorSkill(string Id, int Proficiency, FloorSkillState State);

/// <summary>Whether routing counts a skill, and if not, why.</summary>
public enum FloorSkillState
{
    /// <summary>It counts.</summary>
    InDate,

    /// <summary>The training has run out.</summary>
    TrainingOver,

    /// <summary>News of the law that must be read has not been.</summary>
    Unread,

    /// <summary>A supervisor has taken it out for now.</summary>
    Paused,
}

/// <summary>What an adviser is on.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Channel">How it arrived.</param>
/// <param name="IsVoicemail">Whether it is a message left by phone.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="TopicId">The topic, where known.</param>
/// <param name="TopicGroupId">Its group, where known.</param>
/// <param name="Waited">How long the enquirer waited.</param>
/// <param name="AnsweredAt">Since when it is with the adviser, UTC.</param>
/// <param name="WrapUpEndsAt">When the time for wrap-up is over, UTC.</param>
/// <param name="Usual">What contacts of its group usually take.</param>
/// <param name="IsLong">Whether it takes much longer than that.</param>
public sealed record FloorContact(
    ContactId Id,
    Channel Channel,
    bool IsVoicemail,
    ContactStatus Status,
    string? TopicId,
    string? TopicGroupId,
    TimeSpan Waited,
    DateTime? AnsweredAt,
    DateTime? WrapUpEndsAt,
    TimeSpan Usual,
    bool IsLong);

/// <summary>One adviser on the board. Moments are UTC.</summary>
public sealed record FloorAdviser
{
    /// <summary>The adviser.</summary>
    public required AdviserId Id { get; init; }

    /// <summary>The name colleagues see.</summary>
    public required string Name { get; init; }

    /// <summary>What they declare.</summary>
    public required Presence Presence { get; init; }

    /// <summary>Why away.</summary>
    public AwayReason? AwayReason { get; init; }

    /// <summary>Since when the presence holds.</summary>
    public required DateTime PresenceSince { get; init; }

    /// <summary>What the system observes.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Since when the activity holds.</summary>
    public required DateTime ActivitySince { get; init; }

    /// <summary>Whether the console has fallen silent, so that nothing is offered.</summary>
    public required bool ConsoleLost { get; init; }

    /// <summary>What they are on.</summary>
    public FloorContact? Contact { get; init; }

    /// <summary>Whether written work is put aside.</summary>
    public bool HasParked { get; init; }

    /// <summary>What they can handle.</summary>
    public required IReadOnlyList<FloorSkill> Skills { get; init; }

    /// <summary>Since when they do what they do now, or are away or offline.</summary>
    public DateTime StateSince => Activity == Activity.Idle ? PresenceSince > ActivitySince ? PresenceSince : ActivitySince : ActivitySince;
}
