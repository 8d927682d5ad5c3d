using System.Diagnostics.CodeAnalysis;

namespace Helpline.Knowledge.Deadlines;

/// <summary>Two days and all between them.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; never before the first.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

/// <summary>One school's terms and the days in them on which it is closed, as somebody entered them. Nothing of it is kept.</summary>
public sealed class SchoolCalendar
{
    /// <summary>The most terms that can be entered.</summary>
    public const int MostTerms = 12;

    /// <summary>The most closed days and holidays that can be entered.</summary>
    public const int MostClosed = 60;

    private const int LongestTerm = 400;
    private readonly IReadOnlyList<DayRange> terms;
    private readonly IReadOnlyList<DayRange> closed;

    private SchoolCalendar(IReadOnlyList<DayRange> terms, IReadOnlyList<DayRange> closed)
    {
        this.terms = terms;
        this.closed = closed;
        First = terms.Min(t => t.First);
        Last = terms.Max(t => t.Last);
    }

    /// <summary>The first day it says anything about.</summary>
    public DateOnly First { get; }

    /// <summary>The last day it says anything about.</summary>
    public DateOnly Last { get; }

    /// <summary>
    /// Reads terms and closed days, each a line such as "2 September 2026 to 18 December 2026", "2026-09-02..2026-12-18" or one day.
    /// Empty lines are skipped. False, with what to write instead, when a line cannot be read; also when there is no term at all.
    /// </summary>
    /// <param name="termLines">The terms, first day to last day.</param>
    /// <param name="closedLines">Holidays inside terms, training days and other days on which the school is closed.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="error">What to put right.</param>
    public static bool TryRead(
        IEnumerable<string?> termLines, IEnumerable<string?> closedLines, [NotNullWhen(true)] out SchoolCalendar? calendar, [NotNullWhen(false)] out string? error)
    {
        calendar = null;
        if (!DayRanges.TryRead(termLines, MostTerms, "term", out var terms, out error) || !DayRanges.TryRead(closedLines, MostClosed, "closed day or holiday", out var closed, out error))
        {
            return false;
        }

        if (terms.Count == 0)
        {
            error = "Enter at least one term, first day to last day, such as 2 September 2026 to 18 December 2026";
            return false;
        }

        if (terms.FirstOrDefault(t => t.Last.DayNumber - t.First.DayNumber > LongestTerm) is { Last.DayNumber: > 0 } tooLong)
        {
            error = $"The term from {tooLong.First.InFull()} is longer than a school year. Check its last day";
            return false;
        }

        calendar = new SchoolCalendar(terms, closed);
        return true;
    }

    /// <summary>Why no date can be given for this trigger.</summary>
    internal string WhyNot(DateOnly trigger) => trigger < First
        ? $"The school calendar you entered begins on {First.InFull()}, after the date you gave. Add the term in which the date lies."
        : $"The school calendar you entered runs from {First.InFull()} to {Last.InFull()}, which is not far enough to count. Add another term.";

    internal bool IsSchoolDay(DateOnly day, WorkingCalendar working) =>
        terms.Any(t => t.Contains(day)) && !closed.Any(c => c.Contains(day)) && working.IsWorkingDay(day);

    /// <summary>Steps that many school days on (or back, when negative); null when it leaves the calendar.</summary>
    internal DateOnly? Move(DateOnly from, int schoolDays, WorkingCalendar working)
    {
        var step = Math.Sign(schoolDays);
        var day = from;
        if (step > 0 ? from.AddDays(1) < First : from.AddDays(-1) > Last)
        {
            return null;
        }

        for (var left = Math.Abs(schoolDays); left > 0;)
        {
            day = day.AddDays(step);
            if (step > 0 ? day > Last : day < First)
            {
                return null;
            }

            left -= IsSchoolDay(day, working) ? 1 : 0;
        }

        return day;
    }
}
