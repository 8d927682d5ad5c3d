namespace Helpline.Web.Seeding;

/// <summary>How often what happens, roughly: shapes that look like a helpline's year, not statistics of any.</summary>
internal static class Weights
{
    /// <summary>Contacts by month, January first: exclusions and plans in spring, placements before September, quiet Augusts.</summary>
    private static readonly double[] Months = [1.1, 1.15, 1.2, 0.95, 1.15, 1.2, 1.05, 0.55, 1.25, 1.1, 1.1, 0.6];

    /// <summary>Contacts by weekday, Sunday first.</summary>
    private static readonly double[] Weekdays = [0.25, 1.3, 1.2, 1.05, 1.0, 0.85, 0.3];

    /// <summary>Calls by the hour on the clock in London.</summary>
    private static readonly double[] CallHours =
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 1.3, 1.7, 1.5, 1.1, 1.2, 1.1, 0.9, 0.8, 0.6, 0.7, 0.5, 0, 0, 0, 0];

    /// <summary>Questions in writing by the hour: many are written when the children are in bed.</summary>
    private static readonly double[] WritingHours =
        [0.5, 0.3, 0.2, 0.1, 0.1, 0.1, 0.3, 0.6, 0.9, 1.2, 1.2, 1.1, 1.2, 1.1, 0.9, 0.8, 0.8, 0.9, 1.1, 1.5, 1.9, 2.0, 1.5, 0.9];

    private static readonly Dictionary<string, double> Groups = new(StringComparer.Ordinal)
    {
        ["needs-assessment"] = 19,
        ["ehc-plans"] = 14,
        ["disputes-and-appeals"] = 13,
        ["school-support"] = 11,
        ["school-placement"] = 11,
        ["exclusion-and-attendance"] = 9,
        ["reviews-and-changes"] = 8,
        ["transport"] = 4,
        ["equality"] = 3,
        ["sen-basics"] = 2.5,
        ["health-and-social-care"] = 2,
        ["stages-and-circumstances"] = 1.5,
        ["complaints-and-legal"] = 3,
        ["information-and-context"] = 1.5,
    };

    public static IReadOnlyList<(string Id, double Weight)> Roles { get; } =
        [("parent", 78), ("carer", 5), ("grandparent-or-relative", 4), ("young-person", 4), ("professional-school", 5), ("sendiass-adviser", 2), ("other", 2)];

    public static IReadOnlyList<(string Id, string? Referral, double Weight)> Outcomes { get; } =
    [
        ("advice-given", null, 40), ("info-given", null, 24), ("article-sent", null, 13), ("sendiass-referred", "local-sendiass", 8),
        ("charity-referred", "contact", 3), ("legal-referred", "child-law-advice", 3), ("tribunal-signposted", "send-tribunal", 4),
        ("ombudsman-signposted", "lgsco", 2), ("council-complaint", null, 2), ("no-further-action", null, 1),
    ];

    public static IReadOnlyList<(string Id, double Weight)> AgeBands { get; } = [("0-4", 14), ("5-10", 42), ("11-15", 31), ("16-18", 9), ("19-25", 4)];

    public static double Day(DateOnly day) => Months[day.Month - 1] * Weekdays[(int)day.DayOfWeek];

    public static double CallHour(int hour) => CallHours[hour];

    public static double WritingHour(int hour) => WritingHours[hour];

    /// <summary>How often a group of topics is asked about in a month.</summary>
    public static double Group(string groupId, int month) => Groups.GetValueOrDefault(groupId, 1) * (groupId, month) switch
    {
        ("school-placement", 2 or 3 or 4) => 1.6,
        ("transport", 7 or 8 or 9) => 2.2,
        ("exclusion-and-attendance", 10 or 11 or 2 or 3) => 1.4,
        ("disputes-and-appeals", 3 or 4 or 5) => 1.3,
        _ => 1,
    };

    /// <summary>Stages that go with a group of topics; the first is the likeliest.</summary>
    public static IReadOnlyList<string> Stages(string groupId) => groupId switch
    {
        "sen-basics" => ["no-sen-identified", "sen-support"],
        "school-support" => ["sen-support", "no-sen-identified", "pre-assessment"],
        "needs-assessment" => ["pre-assessment", "refused-assessment", "request-sent", "assessment"],
        "ehc-plans" => ["plan-in-place", "draft-plan", "final-plan"],
        "school-placement" => ["phase-transfer", "draft-plan", "final-plan"],
        "reviews-and-changes" => ["annual-review", "plan-in-place", "cease-proposed", "moving-area"],
        "disputes-and-appeals" => ["mediation", "appeal-lodged", "refused-plan", "hearing"],
        "exclusion-and-attendance" => ["exclusion", "out-of-school", "sen-support"],
        "complaints-and-legal" => ["complaint", "ombudsman", "legal-action"],
        _ => ["plan-in-place", "sen-support", "not-applicable"],
    };
}
