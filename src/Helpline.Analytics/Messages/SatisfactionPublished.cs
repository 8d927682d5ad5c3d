namespace Helpline.Analytics.Messages;

/// <summary>The survey answers of one closed window.</summary>
public sealed record SatisfactionPublished
{
    /// <summary>Version of the contract.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The window: satisfaction, the week's Monday and a running number, as a code.</summary>
    public required string WindowId { get; init; }

    /// <summary>Monday of the week of arrival, Europe/London.</summary>
    public required DateOnly WeekStarting { get; init; }

    /// <summary>The fewest answers any row may stand for.</summary>
    public required int K { get; init; }

    /// <summary>One table per question and dimension.</summary>
    public required IReadOnlyList<SatisfactionAnswers> Tables { get; init; }
}
