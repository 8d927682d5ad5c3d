using System.Globalization;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Web.TagHelpers;

namespace Helpline.Web.Pages.Public;

/// <summary>What several pages say of time limits in the same words.</summary>
public static class DeadlineView
{
    /// <summary>The happenings that start clocks, as a list to choose from.</summary>
    public static IEnumerable<FieldOption> EventOptions(KnowledgeSnapshot known) => known.ClockEvents.Select(e => new FieldOption(e.Id, e.Label));

    /// <summary>How far away a last day is: "12 days left", "today", "3 days ago".</summary>
    /// <param name="daysLeft">Days from today to the last day.</param>
    public static string Left(int daysLeft) => daysLeft switch
    {
        0 => "today",
        1 => "tomorrow: 1 day left",
        > 1 => string.Create(CultureInfo.InvariantCulture, $"{daysLeft} days left"),
        -1 => "1 day ago",
        _ => string.Create(CultureInfo.InvariantCulture, $"{-daysLeft} days ago"),
    };

    /// <summary>A day as addresses hold it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The page of a duty, with the dates that led to it.</summary>
    public static string AddressOf(ClockDuty duty) =>
        $"/deadlines/{duty.Deadline.Id}?trigger={Iso(duty.EventDate)}{(duty.Second is { } second ? $"&second={Iso(second)}" : "")}";
}
