using FsCheck;
using FsCheck.Fluent;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Tests.Deadlines;

/// <summary>What must hold of every counting rule whatever the date; the dates run from 2025 over leap day 2028 to 2029.</summary>
public sealed class CountingProperties
{
    private static readonly KnowledgeSnapshot Content = ContentLoader.Load(Repository.Content);
    private static readonly WorkingCalendar Calendar = Content.WorkingDays;
    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 1600).Select(new DateOnly(2025, 2, 1).AddDays);
    private static readonly Gen<int> Lengths = Gen.Choose(1, 60);

    public static TheoryData<string> Computed => [.. Content.Deadlines.Where(d => d.CanBeCalculated).Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Computed))]
    public void Answer_LaterTrigger_IsNeverDueEarlier(string id)
    {
        var deadline = Content.Deadlines.Find(id)!;
        Check(Days.Two(), pair =>
        {
            var (one, two) = pair.Item1 <= pair.Item2 ? pair : (pair.Item2, pair.Item1);
            return Due(deadline, one) is { } earlier && Due(deadline, two) is { } later
                // The Christmas rule moves 27 December 2027 past the bank holiday of 3 January to the 4th; a limit that ends on the 3rd
                // itself stays there. Counted in days on which anything can be done, the order holds.
                && OnOrAfter(earlier) <= OnOrAfter(later);
        });
    }

    [Theory]
    [InlineData("Days")]
    [InlineData("Weeks")]
    public void LastDay_OfTheCalendar_IsUndoneByCountingBack(string unit) => Check(
        Days.Zip(Lengths), p => Count(Rule(p.Item2, unit, before: true), Count(Rule(p.Item2, unit), p.Item1)) == p.Item1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LastDay_WorkingDays_AreUndoneByCountingBackFromAWorkingDay(bool tribunal) => Check(
        Days.Where(d => Calendar.IsWorkingDay(d, tribunal)).Zip(Lengths),
        p => Count(Rule(p.Item2, "WorkingDays", before: true, tribunal: tribunal), Count(Rule(p.Item2, "WorkingDays", tribunal: tribunal), p.Item1)) == p.Item1);

    [Fact]
    public void LastDay_Weeks_KeepTheWeekdayAcrossClockChanges() => Check(Days.Zip(Lengths), p =>
    {
        var due = Count(Rule(p.Item2, "Weeks"), p.Item1);
        return due.DayOfWeek == p.Item1.DayOfWeek && due.DayNumber - p.Item1.DayNumber == 7 * p.Item2;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LastDay_WorkingDays_FallOnWorkingDaysThatFar(bool tribunal) => Check(Days.Zip(Lengths), p =>
    {
        var due = Count(Rule(p.Item2, "WorkingDays", tribunal: tribunal), p.Item1);
        return IsWorking(due, tribunal) && Between(p.Item1, due).Count(d => IsWorking(d, tribunal)) == p.Item2;
    });

    [Fact]
    public void LastDay_Months_KeepTheDayOrEndTheMonth() => Check(Days.Zip(Gen.Choose(1, 18)), p =>
    {
        var due = Count(Rule(p.Item2, "Months"), p.Item1);
        return Months(due) - Months(p.Item1) == p.Item2
            && (due.Day == p.Item1.Day || (due.Day < p.Item1.Day && due.AddDays(1).Day == 1));
    });

    [Theory]
    [InlineData("Days", false)]
    [InlineData("Days", true)]
    [InlineData("Weeks", false)]
    [InlineData("Weeks", true)]
    public void LastDay_BeginningWithTheDay_IsOneDayNearerThanFromIt(string unit, bool before) => Check(Days.Zip(Lengths), p =>
        Count(Rule(p.Item2, unit, before: before), p.Item1).DayNumber - Count(Rule(p.Item2, unit, before: before, begins: true), p.Item1).DayNumber == (before ? -1 : 1));

    [Fact]
    public void LastDay_MonthsBeginningWithTheDay_AreOneDayShorterWhereTheMonthHasTheDate() => Check(Days.Zip(Gen.Choose(1, 18)), p =>
    {
        var from = Count(Rule(p.Item2, "Months"), p.Item1);
        return Count(Rule(p.Item2, "Months", begins: true), p.Item1) == (from.Day == p.Item1.Day ? from.AddDays(-1) : from);
    });

    [Fact]
    public void LastDay_WorkingDaysBeginningWithAWorkingDay_AreOneWorkingDayShorter() => Check(
        Days.Where(d => Calendar.IsWorkingDay(d)).Zip(Gen.Choose(2, 60)),
        p => Count(Rule(p.Item2, "WorkingDays", begins: true), p.Item1) == Count(Rule(p.Item2 - 1, "WorkingDays"), p.Item1));

    [Fact]
    public void LastDay_SenAppeal_IsNeverInAugustOrOverChristmasAndNeverEarlier() => Check(Days.Zip(Gen.Choose(1, 2)), p =>
    {
        var plain = Count(Rule(p.Item2, "Months"), p.Item1);
        var moved = Count(Rule(p.Item2, "Months") with { SenAppealMoves = true }, p.Item1);
        var inside = plain.Month == 8 || WorkingCalendar.IsTribunalChristmas(plain);
        return inside ? moved > plain && moved.Month is 9 or 1 && IsWorking(moved, tribunal: true) : moved == plain;
    });

    [Theory]
    [InlineData("sen-appeal-two-months")]
    [InlineData("sen-appeal-one-month-certificate")]
    [InlineData("move-review")]
    [InlineData("move-transfer-plan")]
    public void Answer_WithTwoDates_IsTheLaterOfBoth(string id)
    {
        var deadline = Content.Deadlines.Find(id)!;
        Check(Days.Two(), p =>
        {
            var both = Answer(deadline, p.Item1, p.Item2).Due!.Value;
            var one = Due(deadline, p.Item1)!.Value;
            var two = Counting.LastDay(deadline.Second!.Counting, p.Item2, Calendar).Due!.Value;
            return both >= one && both >= two && (both == one || both == two);
        });
    }

    [Fact]
    public void Answer_LetterAndCertificate_AreTheSameWhicheverWayRoundTheyAreAsked()
    {
        var letter = Content.Deadlines.Find("sen-appeal-two-months")!;
        var certificate = Content.Deadlines.Find("sen-appeal-one-month-certificate")!;
        Check(Days.Two(), p => Answer(letter, p.Item1, p.Item2).Due == Answer(certificate, p.Item2, p.Item1).Due);
    }

    [Fact]
    public void LastDay_SchoolDays_FallOnSchoolDaysThatFar()
    {
        Assert.True(SchoolCalendar.TryRead(
            ["2026-09-02..2026-12-18", "2027-01-04..2027-03-25", "2027-04-12..2027-07-23"],
            ["2026-10-26..2026-10-30", "2027-02-15..2027-02-19", "2027-05-31..2027-06-04", "2026-11-27", "2027-01-04"],
            out var school,
            out _));
        var context = new CountingContext(Calendar, school);
        Check(Gen.Choose(0, 200).Select(new DateOnly(2026, 9, 2).AddDays).Zip(Gen.Choose(1, 50)), p =>
        {
            var due = Counting.Count(Rule(p.Item2, "SchoolDays"), p.Item1, context).Due!.Value;
            return school.IsSchoolDay(due, Calendar) && Between(p.Item1, due).Count(d => school.IsSchoolDay(d, Calendar)) == p.Item2
                && Calendar.IsWorkingDay(due);
        });
    }

    [Fact]
    public void Easter_EveryYear_IsASundayFromMarchTheTwentySecondToAprilTheTwentyFifth() => Check(Gen.Choose(1900, 2200), year =>
    {
        var easter = EnglandBankHolidays.Easter(year);
        return easter.DayOfWeek == DayOfWeek.Sunday && easter >= new DateOnly(year, 3, 22) && easter <= new DateOnly(year, 4, 25)
            && EnglandBankHolidays.Of(year).Select(h => h.Day).Distinct().Count() == 8
            && EnglandBankHolidays.Of(year).All(h => h.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    });

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(gen.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static CountingRule.Period Rule(int length, string unit, bool before = false, bool begins = false, bool tribunal = false) => new()
    {
        Length = length,
        Unit = Enum.Parse<CountingUnit>(unit),
        Before = before,
        BeginsWithTrigger = begins,
        TribunalDays = tribunal,
    };

    private static DateOnly Count(CountingRule rule, DateOnly trigger) => Counting.LastDay(rule, trigger, Calendar).Due!.Value;

    private static DateOnly? Due(Deadline deadline, DateOnly trigger) => Answer(deadline, trigger, null).Due;

    private static DeadlineAnswer Answer(Deadline deadline, DateOnly trigger, DateOnly? second)
    {
        SchoolCalendar.TryRead(["2024-09-02..2025-08-29", "2025-09-01..2026-08-31", "2026-09-01..2027-08-31", "2027-09-01..2028-08-31", "2028-09-01..2029-08-31", "2029-09-01..2030-08-30"], [], out var school, out _);
        return DeadlineCalculator.Answer(deadline, new DeadlineQuestion { Id = deadline.Id, Trigger = trigger, Second = second, School = school }, Calendar);
    }

    private static int Months(DateOnly day) => (12 * day.Year) + day.Month;

    private static IEnumerable<DateOnly> Between(DateOnly trigger, DateOnly due) => Enumerable.Range(1, due.DayNumber - trigger.DayNumber).Select(trigger.AddDays);

    /// <summary>Said again here, apart from the calendar under test.</summary>
    private static bool IsWorking(DateOnly day, bool tribunal) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Content.BankHolidays.ContainsKey(day)
        && !(tribunal && (day.Month == 8 || day is { Month: 12, Day: >= 25 } or { Month: 1, Day: 1 }));

    private static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day, tribunal: false))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
