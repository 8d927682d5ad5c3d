using System.Globalization;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Tests.Deadlines;

public sealed class CountingTests
{
    private static readonly KnowledgeSnapshot Content = ContentLoader.Load(Repository.Content);
    private static readonly WorkingCalendar Calendar = new(Content.BankHolidays);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CountingRule.Period Rule(int length, string unit, bool before = false, bool begins = false, bool tribunal = false, bool moves = false) => new()
    {
        Length = length,
        Unit = Enum.Parse<CountingUnit>(unit),
        Before = before,
        BeginsWithTrigger = begins,
        TribunalDays = tribunal,
        SenAppealMoves = moves,
    };

    [Theory]
    [InlineData("2026-11-02", 14, "Days", "2026-11-16")]
    [InlineData("2026-10-05", 6, "Weeks", "2026-11-16")]
    [InlineData("2026-12-31", 2, "Months", "2027-02-28")]
    [InlineData("2027-12-31", 2, "Months", "2028-02-29")]
    [InlineData("2028-02-29", 12, "Months", "2029-02-28")]
    [InlineData("2026-08-31", 1, "Months", "2026-09-30")]
    [InlineData("2026-11-02", 3, "WorkingDays", "2026-11-05")]
    [InlineData("2026-12-24", 1, "WorkingDays", "2026-12-29")]
    [InlineData("2026-12-24", 4, "WorkingDays", "2027-01-04")]
    [InlineData("2026-04-02", 1, "WorkingDays", "2026-04-07")]
    [InlineData("2026-11-07", 1, "WorkingDays", "2026-11-09")]
    public void LastDay_After_CountsFromTheNextDay(string trigger, int length, string unit, string due)
    {
        Assert.Equal(Day(due), Counting.LastDay(Rule(length, unit), Day(trigger), Calendar).Due);
    }

    [Theory]
    [InlineData("2026-11-09", 15, "Days", "2026-11-23")]
    [InlineData("2026-06-01", 6, "Months", "2026-11-30")]
    [InlineData("2026-03-01", 6, "Months", "2026-08-31")]
    [InlineData("2026-08-31", 6, "Months", "2027-02-28")]
    [InlineData("2028-02-29", 12, "Months", "2029-02-28")]
    [InlineData("2026-11-02", 15, "WorkingDays", "2026-11-20")]
    [InlineData("2026-11-07", 1, "WorkingDays", "2026-11-09")]
    public void LastDay_BeginningWithTheDay_CountsTheTrigger(string trigger, int length, string unit, string due)
    {
        Assert.Equal(Day(due), Counting.LastDay(Rule(length, unit, begins: true), Day(trigger), Calendar).Due);
    }

    [Theory]
    [InlineData("2026-11-30", 2, "Weeks", "2026-11-16")]
    [InlineData("2027-09-01", 5, "Months", "2027-04-01")]
    [InlineData("2026-11-30", 10, "WorkingDays", "2026-11-16")]
    [InlineData("2027-01-04", 1, "WorkingDays", "2026-12-31")]
    public void LastDay_Before_CountsBack(string trigger, int length, string unit, string due)
    {
        Assert.Equal(Day(due), Counting.LastDay(Rule(length, unit, before: true), Day(trigger), Calendar).Due);
    }

    [Theory]
    [InlineData("2026-06-15", "2026-09-01")]
    [InlineData("2026-06-30", "2026-09-01")]
    [InlineData("2026-07-01", "2026-09-01")]
    [InlineData("2027-06-20", "2027-09-01")]
    [InlineData("2026-10-24", "2026-12-24")]
    [InlineData("2026-10-25", "2027-01-04")]
    [InlineData("2026-11-01", "2027-01-04")]
    [InlineData("2026-11-02", "2027-01-02")]
    [InlineData("2025-10-27", "2026-01-02")]
    [InlineData("2027-10-30", "2028-01-04")]
    public void LastDay_SenAppeal_MovesOutOfAugustAndChristmas(string letter, string due)
    {
        Assert.Equal(Day(due), Counting.LastDay(Rule(2, "Months", moves: true), Day(letter), Calendar).Due);
    }

    [Fact]
    public void LastDay_DisabilityClaim_DoesNotMove()
    {
        var claim = Content.Deadlines.Find("dd-claim-six-months")!;

        Assert.Equal(Day("2026-08-09"), DeadlineCalculator.Answer(claim, Day("2026-02-10"), Calendar).Due);
        Assert.Equal(Day("2026-12-27"), DeadlineCalculator.Answer(claim, Day("2026-06-28"), Calendar).Due);
    }

    [Theory]
    [InlineData("2026-07-31", 1, "2026-09-01")]
    [InlineData("2026-12-24", 1, "2027-01-04")]
    public void LastDay_TribunalDays_LeaveOutAugustAndChristmas(string trigger, int length, string due)
    {
        Assert.Equal(Day(due), Counting.LastDay(Rule(length, "WorkingDays", tribunal: true), Day(trigger), Calendar).Due);
    }

    [Fact]
    public void LastDay_WorkingDaysBeyondTheKnownYears_GivesAReason()
    {
        var (due, reason) = Counting.LastDay(Rule(20, "WorkingDays"), Day("2030-12-20"), Calendar);

        Assert.Null(due);
        Assert.Equal("Bank holidays are known only from 2024 to 2030, so working days cannot be counted that far.", reason);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void LastDay_AbsurdDate_GivesAReason(string trigger)
    {
        var (due, reason) = Counting.LastDay(Rule(6, "Months"), Day(trigger), Calendar);

        Assert.Null(due);
        Assert.Equal("The date must be between 2000 and 2100.", reason);
    }

    [Fact]
    public void Answer_SchoolDays_GiveNoDateButAReason()
    {
        var answer = DeadlineCalculator.Answer(Content.Deadlines.Find("irp-application-15-school-days")!, Day("2026-11-02"), Calendar);

        Assert.Null(answer.Due);
        Assert.Contains("school's own calendar", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_UnopposedAppeal_SaysWhatTheDateIsForAndGivesEachStep()
    {
        var deadline = Content.Deadlines.Find("unopposed-appeal")!;

        var answer = DeadlineCalculator.Answer(deadline, Day("2026-11-02"), Calendar);

        Assert.Equal("For an appeal about the contents of a plan", deadline.AppliesTo);
        Assert.True(deadline.StepsAreAlternatives);
        Assert.Equal(Day("2026-12-07"), answer.Due);
        Assert.Equal(Day("2026-12-07"), Assert.Single(answer.Steps, s => s.Label.StartsWith("Appeal about the contents", StringComparison.Ordinal)).Due);
        Assert.Equal(8, answer.Steps.Count);
    }

    [Fact]
    public void Answer_AppealEndingAtChristmas_MovesPastTheBankHolidayAndOneEndingOnItDoesNot()
    {
        var appeal = Content.Deadlines.Find("sen-appeal-two-months")!;

        Assert.Equal(Day("2028-01-04"), DeadlineCalculator.Answer(appeal, Day("2027-10-27"), Calendar).Due);
        Assert.Equal(Day("2028-01-03"), DeadlineCalculator.Answer(appeal, Day("2027-11-03"), Calendar).Due);
    }
}
