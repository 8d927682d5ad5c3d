using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Tests.Deadlines;

/// <summary>What an answer says besides the date.</summary>
public sealed class AnswerWordsTests
{
    private static readonly KnowledgeSnapshot Content = ContentLoader.Load(Repository.Content);

    [Fact]
    public void Working_AppealMovedFromChristmas_SaysEachStep()
    {
        var answer = Answer("sen-appeal-two-months", new(2026, 10, 1), new DateOnly(2026, 11, 29));

        Assert.Equal(
            [
                "Start from Thursday 1 October 2026.",
                "The same date 2 months later is Tuesday 1 December 2026.",
                "Start from Sunday 29 November 2026.",
                "The same date 1 month later is Tuesday 29 December 2026.",
                "That falls on or between 25 December and 1 January, so for an SEN appeal the limit moves to the next working day in January: Monday 4 January 2027.",
                "The later of the two is Monday 4 January 2027.",
            ],
            answer.Working);
    }

    [Fact]
    public void Working_TribunalDays_NamesWhatIsLeftOut()
    {
        var answer = Answer("la-response-to-appeal", new(2026, 12, 14));

        Assert.Equal(
            [
                "Monday 14 December 2026 starts the clock and is not counted itself; day one is the day after.",
                "Weekends and bank holidays are left out: Friday 25 December 2026 (Christmas Day), Monday 28 December 2026 (Boxing Day (substitute day)), "
                    + "Friday 1 January 2027 (New Year's Day); the Tribunal also leaves out August and 25 December to 1 January.",
                "The 30th working day counted is Tuesday 2 February 2027.",
            ],
            answer.Working);
    }

    [Theory]
    [InlineData("draft-plan-15-days", 2026, 11, 9, "The period begins with the day itself: Monday 9 November 2026 is day one.")]
    [InlineData("dd-claim-six-months", 2027, 8, 31, "February 2028 has no day 31, so its last day stands: Tuesday 29 February 2028.")]
    [InlineData("annual-review-12-months", 2025, 11, 20, "As the first day was counted, the last day is the one before it: Thursday 19 November 2026.")]
    [InlineData("annual-review-papers", 2026, 11, 30, "2 weeks earlier, counting every day of the calendar, is Monday 16 November 2026.")]
    [InlineData("phase-transfer-feb", 2027, 9, 1, "It must be done before Monday 15 February 2027, in the year of the date you gave, so the last day is Sunday 14 February 2027.")]
    public void Working_EachRule_SaysHowItCounts(string id, int year, int month, int day, string step) =>
        Assert.Contains(step, Answer(id, new(year, month, day)).Working);

    [Fact]
    public void Notes_YearNotAnnounced_SaysItIsAProjection()
    {
        Assert.Contains(Answer("foi-20-days", new(2027, 12, 20)).Notes, n => n.StartsWith("The bank holidays of 2028 are a projection", StringComparison.Ordinal));
        Assert.Contains(Answer("foi-20-days", new(2029, 12, 17)).Notes, n => n.StartsWith("The bank holidays of 2029 to 2030 are a projection", StringComparison.Ordinal));
        Assert.DoesNotContain(Answer("foi-20-days", new(2026, 11, 2)).Notes, n => n.Contains("projection", StringComparison.Ordinal));
        Assert.DoesNotContain(Answer("ehc-final-plan", new(2029, 12, 17)).Notes, n => n.Contains("projection", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_SecondDateNotGiven_SaysTheLimitMayBeLater()
    {
        Assert.Contains(Answer("sen-appeal-two-months", new(2026, 10, 1)).Notes, n => n.Contains("If you have a mediation certificate", StringComparison.Ordinal));
        Assert.DoesNotContain(Answer("sen-appeal-two-months", new(2026, 10, 1), new DateOnly(2026, 10, 2)).Notes, n => n.Contains("certificate", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_FamilysLastDayAtAWeekend_AdvisesADayBefore()
    {
        Assert.Contains(Answer("sen-appeal-two-months", new(2026, 11, 2), new DateOnly(2026, 11, 3)).Notes, n => n.StartsWith("Saturday 2 January 2027 is a weekend or a bank holiday", StringComparison.Ordinal));
        Assert.DoesNotContain(Answer("ehc-final-plan", new(2026, 10, 4)).Notes, n => n.Contains("weekend", StringComparison.Ordinal));
    }

    private static DeadlineAnswer Answer(string id, DateOnly trigger, DateOnly? second = null) => DeadlineCalculator.Answer(
        Content.Deadlines.Find(id)!, new DeadlineQuestion { Id = id, Trigger = trigger, Second = second }, Content.WorkingDays);
}
