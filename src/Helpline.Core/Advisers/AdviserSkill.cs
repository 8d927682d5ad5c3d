namespace Helpline.Core.Advisers;

/// <summary>A topic group an adviser can handle, while the training for it is in date.</summary>
public sealed class AdviserSkill
{
    /// <summary>The adviser.</summary>
    public AdviserId AdviserId { get; internal init; }

    /// <summary>The skill: the id of a topic group.</summary>
    public string SkillId { get; internal init; } = "";

    /// <summary>1 (learning) to 5 (teaches others).</summary>
    public int Proficiency { get; internal set; }

    /// <summary>The last day (London) on which the training counts.</summary>
    public DateOnly TrainedUntil { get; internal set; }

    /// <summary>Until when, UTC, a supervisor has taken the skill out of routing; null when not.</summary>
    public DateTime? PausedUntil { get; internal set; }
}
