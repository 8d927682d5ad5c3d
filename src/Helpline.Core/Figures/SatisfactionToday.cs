using Helpline.Analytics.Figures;

namespace Helpline.Core.Figures;

/// <summary>What enquirers answered to one question of the survey.</summary>
/// <param name="Answers">How many answered it.</param>
/// <param name="Satisfied">How many gave 4 or 5 of 5.</param>
public sealed record QuestionAnswers(int Answers, int Satisfied)
{
    /// <summary>Below this many answers a share says nothing and is not shown.</summary>
    public const int Fewest = 5;

    /// <summary>The satisfied share, 0 to 1; null while there are too few answers.</summary>
    public double? Share => Answers < Fewest ? null : (double)Satisfied / Answers;

    /// <summary>Whether the share meets the standard of at least 80%; null while there are too few answers.</summary>
    public bool? MeetsStandard => Share is { } share ? share >= SatisfactionTable.Standard : null;

    /// <summary>Whether the share is above the target of 90%; null while there are too few answers.</summary>
    public bool? MeetsTarget => Share is { } share ? share > SatisfactionTable.Target : null;
}

/// <summary>The survey answers given on one day (London), whenever the contact was.</summary>
/// <param name="Helped">Did we help?</param>
/// <param name="NextStepClear">Do you know what to do next?</param>
public sealed record SatisfactionToday(QuestionAnswers Helped, QuestionAnswers NextStepClear);
