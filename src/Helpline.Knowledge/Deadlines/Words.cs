using System.Globalization;

namespace Helpline.Knowledge.Deadlines;

/// <summary>Dates and amounts as people read them.</summary>
internal static class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>For example "Monday 16 November 2026".</summary>
    public static string InFull(this DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>For example "1 week", "2 weeks".</summary>
    public static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>The unit in the singular.</summary>
    public static string Noun(this CountingUnit unit) => unit switch
    {
        CountingUnit.Days => "day",
        CountingUnit.Weeks => "week",
        CountingUnit.Months => "month",
        CountingUnit.WorkingDays => "working day",
        CountingUnit.SchoolDays => "school day",
    };

    /// <summary>The length of a rule, for example "6 weeks"; null when it is no period.</summary>
    public static string? Length(CountingRule rule) => rule switch
    {
        CountingRule.Period period => Count(period.Length, period.Unit.Noun()) + (period.Before ? " before" : ""),
        CountingRule.Allowance allowance => Count(allowance.Days, "school day") + " in a school year",
        _ => null,
    };
}
