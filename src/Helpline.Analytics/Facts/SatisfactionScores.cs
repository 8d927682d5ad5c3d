namespace Helpline.Analytics.Facts;

/// <summary>The answers to the two survey questions, 1 (worst) to 5 (best); null where one was skipped.</summary>
public sealed record SatisfactionScores
{
    /// <summary>A score of this or more counts as satisfied.</summary>
    public const int SatisfiedFrom = 4;

    /// <summary>The first question: whether the contact helped.</summary>
    public int? First { get; init => field = Require(value); }

    /// <summary>The second question of the survey.</summary>
    public int? Second { get; init => field = Require(value); }

    private static int? Require(int? score) => score is null or (>= 1 and <= 5)
        ? score
        : throw new ArgumentOutOfRangeException(nameof(score), "A score is 1 to 5.");
}
