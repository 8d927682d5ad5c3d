namespace Helpline.Analytics.Facts;

/// <summary>Survey answers that came after their contact closed, with the little needed to count them.</summary>
public sealed record SatisfactionFacts
{
    /// <summary>The version this code writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the record's shape.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>How the contact arrived.</summary>
    public required ContactChannel Channel { get; init; }

    /// <summary>Group of the main topic; null when none was recorded.</summary>
    public string? TopicGroupId { get; init => field = Codes.RequireOrNull(value, nameof(TopicGroupId)); }

    /// <summary>GSS code of the region; null when not known.</summary>
    public string? RegionCode { get; init => field = Codes.RequireAreaOrNull(value, nameof(RegionCode)); }

    /// <summary>Monday of the week in which the contact arrived (Europe/London); any other day is moved back to it.</summary>
    public required DateOnly WeekStarting { get; init => field = CoarseTime.MondayOf(value); }

    /// <summary>The answers.</summary>
    public required SatisfactionScores Scores { get; init; }

    /// <summary>Checks what single properties cannot.</summary>
    /// <exception cref="ArgumentException">The record contradicts itself or is of another version.</exception>
    public void Validate()
    {
        if (Version != CurrentVersion || !Enum.IsDefined(Channel) || Scores is null)
        {
            throw new ArgumentException("These satisfaction facts contradict themselves or are of another version.");
        }
    }
}
