using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using Helpline.Analytics.Messages;

namespace Helpline.Analytics.Anonymising;

/// <summary>The same rules for survey answers: no row below k, none to be had by subtraction.</summary>
internal static class SatisfactionAnonymiser
{
    /// <summary>The code of the one row of a table of all answers.</summary>
    public const string AllCode = "all";

    public static List<SatisfactionAnswers> Anonymise(IReadOnlyList<SatisfactionFacts> window, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        return
        [
            .. Enum.GetValues<SatisfactionDimension>().Select(by => Table(window, by, 1, scores => scores.First, k)),
            .. Enum.GetValues<SatisfactionDimension>().Select(by => Table(window, by, 2, scores => scores.Second, k)),
        ];
    }

    private static SatisfactionAnswers Table(
        IReadOnlyList<SatisfactionFacts> window, SatisfactionDimension by, int question,
        Func<SatisfactionScores, int?> answer, int k)
    {
        var answers = window
            .Where(facts => answer(facts.Scores) is not null)
            .ToLookup(facts => CodeOf(facts, by), facts => answer(facts.Scores)!.Value, StringComparer.Ordinal);
        var safe = SuppressedTable.Of(answers.Select(code => KeyValuePair.Create(code.Key, code.Count())), k);
        return new SatisfactionAnswers
        {
            Question = question,
            Dimension = by,
            Responses = answers.Sum(code => code.Count()),
            Rows = [.. safe.Rows.Select(row => new SatisfactionCount(
                row.Code, row.Count, answers[row.Code].Count(score => score >= SatisfactionScores.SatisfiedFrom)))],
        };
    }

    private static string CodeOf(SatisfactionFacts facts, SatisfactionDimension by) => by switch
    {
        SatisfactionDimension.All => AllCode,
        SatisfactionDimension.Channel => EnumCodes.Of(facts.Channel),
        SatisfactionDimension.TopicGroup => facts.TopicGroupId ?? Codes.NotKnown,
        SatisfactionDimension.Region => facts.RegionCode ?? Codes.NotKnown,
    };
}
