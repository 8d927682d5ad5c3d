using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;

namespace Helpline.Analytics.Tests.Support;

/// <summary>What the window really holds, counted plainly and apart from the code under test.</summary>
internal static class Truth
{
    public static Dictionary<string, int> Counts(IEnumerable<ContactFacts> window, FiguresDimension dimension, string? parent) =>
        window.Where(facts => parent is null || Parent(facts, dimension) == parent)
            .SelectMany(facts => CodesOf(facts, dimension))
            .GroupBy(code => code).ToDictionary(group => group.Key, group => group.Count());

    private static string? Parent(ContactFacts facts, FiguresDimension dimension) =>
        dimension == FiguresDimension.Topic ? facts.TopicGroupIds.Leading() : facts.RegionCode;

    private static IEnumerable<string> CodesOf(ContactFacts facts, FiguresDimension dimension) => dimension switch
    {
        FiguresDimension.Channel => [EnumCodes.Of(facts.Channel)],
        FiguresDimension.Kind => [EnumCodes.Of(facts.Kind)],
        FiguresDimension.TopicGroup => [facts.TopicGroupIds.Leading() ?? "not-known"],
        FiguresDimension.Topic => [facts.TopicIds.Leading() ?? "not-known"],
        FiguresDimension.Region => [facts.RegionCode ?? "not-known"],
        FiguresDimension.Authority => [facts.AuthorityCode ?? "not-known"],
        FiguresDimension.Outcome => [facts.OutcomeCode ?? "not-known"],
        FiguresDimension.Wait => [EnumCodes.Of(facts.WaitBand)],
        FiguresDimension.Handling => [EnumCodes.Of(facts.HandlingBand)],
        FiguresDimension.Stage => [facts.StageId ?? "not-known"],
        FiguresDimension.Role => [facts.EnquirerRoleId ?? "not-known"],
        FiguresDimension.Referral => facts.ReferralCodes.Count == 0 ? ["none"] : facts.ReferralCodes,
    };
}

internal static class Lists
{
    /// <summary>The first of a list, or null.</summary>
    public static string? Leading(this IReadOnlyList<string> values) => values is [var first, ..] ? first : null;
}
