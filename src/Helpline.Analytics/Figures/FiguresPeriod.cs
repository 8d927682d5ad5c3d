using Helpline.Analytics.Facts;

namespace Helpline.Analytics.Figures;

/// <summary>Whole weeks, from the Monday of the first day to the week of the last, both included.</summary>
/// <param name="From">Any day of the first week.</param>
/// <param name="To">Any day of the last week.</param>
public sealed record FiguresPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The Mondays of the period, in order.</summary>
    public IReadOnlyList<DateOnly> Weeks()
    {
        var weeks = new List<DateOnly>();
        for (var week = CoarseTime.MondayOf(From); week <= CoarseTime.MondayOf(To); week = week.AddDays(7))
        {
            weeks.Add(week);
        }

        return weeks;
    }
}
