using Helpline.Core.Contacts;

namespace Helpline.Core.Floor;

/// <summary>Why a contact stands where it stands.</summary>
public abstract record PlaceReason
{
    private PlaceReason()
    {
    }

    /// <summary>It is marked as safeguarding.</summary>
    public sealed record Safeguarding : PlaceReason;

    /// <summary>A binding duty is due soon.</summary>
    /// <param name="On">The day.</param>
    public sealed record DutyDue(DateOnly On) : PlaceReason;

    /// <summary>A supervisor raised it.</summary>
    public sealed record Raised : PlaceReason;

    /// <summary>It has risen by waiting.</summary>
    /// <param name="Classes">By how many classes.</param>
    public sealed record Aged(int Classes) : PlaceReason;

    /// <summary>It came back to the queue and kept the place of the moment it first joined.</summary>
    public sealed record KeptPlace : PlaceReason;

    /// <summary>It is kept for one adviser.</summary>
    /// <param name="Name">The name colleagues see.</param>
    /// <param name="Until">Until when, UTC.</param>
    public sealed record ReservedFor(string Name, DateTime? Until) : PlaceReason;
}

/// <summary>One waiting contact on the board.</summary>
public sealed record FloorWaiting
{
    /// <summary>The contact.</summary>
    public required ContactId Id { get; init; }

    /// <summary>Place in the queue over all channels, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>How it arrived.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Whether it is a message left by phone.</summary>
    public required bool IsVoicemail { get; init; }

    /// <summary>The topic, where known.</summary>
    public string? TopicId { get; init; }

    /// <summary>Its group, where known.</summary>
    public string? TopicGroupId { get; init; }

    /// <summary>The region, where known (GSS code).</summary>
    public string? RegionCode { get; init; }

    /// <summary>How long it has waited.</summary>
    public required TimeSpan Waited { get; init; }

    /// <summary>When a written reply is promised by, UTC.</summary>
    public DateTime? ReplyDueAt { get; init; }

    /// <summary>The class it has now.</summary>
    public required PriorityClass Class { get; init; }

    /// <summary>The class recorded on it, before duties and waiting.</summary>
    public required PriorityClass Recorded { get; init; }

    /// <summary>Why it stands where it stands.</summary>
    public required IReadOnlyList<PlaceReason> Reasons { get; init; }

    /// <summary>The skill it needs, through reroutes; null for none in particular.</summary>
    public string? SkillId { get; init; }

    /// <summary>Whether it needs another skill than its topic, because of a reroute.</summary>
    public required bool IsRerouted { get; init; }
}
