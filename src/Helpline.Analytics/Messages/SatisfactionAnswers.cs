using Helpline.Analytics.Figures;

namespace Helpline.Analytics.Messages;

/// <summary>The answers to one question by one dimension.</summary>
public sealed record SatisfactionAnswers
{
    /// <summary>1 for the first question of the survey, 2 for the second.</summary>
    public required int Question { get; init; }

    /// <summary>What the rows are.</summary>
    public required SatisfactionDimension Dimension { get; init; }

    /// <summary>All answers to the question in the window.</summary>
    public required int Responses { get; init; }

    /// <summary>The codes that may be shown.</summary>
    public required IReadOnlyList<SatisfactionCount> Rows { get; init; }
}

/// <summary>The answers that share a code.</summary>
/// <param name="Code">A code, never text.</param>
/// <param name="Responses">Answers; never fewer than the window's k.</param>
/// <param name="Satisfied">Answers of 4 or 5.</param>
public sealed record SatisfactionCount(string Code, int Responses, int Satisfied);
