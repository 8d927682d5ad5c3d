using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Tests.Deadlines;

/// <summary>Every worked example in content/deadlines.yaml comes out of the calculator.</summary>
public sealed class WorkedExampleTests
{
    private static readonly KnowledgeSnapshot Content = ContentLoader.Load(Repository.Content);

    public static TheoryData<string> WithExample => [.. Content.Deadlines.Where(d => d.ExampleDue is not null).Select(d => d.Id)];

    public static TheoryData<string> All => [.. Content.Deadlines.Ids];

    [Theory]
    [MemberData(nameof(WithExample))]
    public void Answer_WorkedExample_GivesItsDate(string id)
    {
        var deadline = Content.Deadlines.Find(id)!;

        var answer = Answer(deadline, deadline.ExampleTrigger!.Value, deadline.ExampleSecond, NoHolidays());

        Assert.Equal(deadline.ExampleDue, answer.Due);
        Assert.Null(answer.Reason);
        Assert.Contains(answer.Working, w => w.Contains(deadline.ExampleDue!.Value.InFull(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Answer_AnyDeadline_GivesADateOrAReason(string id)
    {
        var deadline = Content.Deadlines.Find(id)!;

        var answer = Answer(deadline, new DateOnly(2026, 11, 2), null, NoHolidays());

        Assert.NotEqual(answer.Due is null, answer.Reason is null);
        Assert.Equal(deadline.CanBeCalculated, answer.Due is not null);
        Assert.All(answer.Steps, s => Assert.NotNull(s.Due));
    }

    [Fact]
    public void Answer_WithoutASchoolCalendar_OnlySchoolDaysAndTheAllowanceHaveNoDate()
    {
        var without = Content.Deadlines.Where(d => Answer(d, new DateOnly(2026, 11, 2), null, null).Due is null).ToList();

        Assert.Equal(11, without.Count);
        Assert.All(without, d => Assert.True(d.NeedsSchoolCalendar || d.IsAllowance, d.Id));
        Assert.All(without.Where(d => d.NeedsSchoolCalendar), d => Assert.Contains("school's own calendar", Answer(d, new DateOnly(2026, 11, 2), null, null).Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Content_Deadlines_AreSixtyAndAllButThreeHaveADatedExample()
    {
        Assert.Equal(60, Content.Deadlines.Count);
        Assert.Equal(
            ["admission-appeal", "governors-50-school-days", "suspension-45-days"],
            Content.Deadlines.Where(d => d.ExampleDue is null).Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    private static DeadlineAnswer Answer(Deadline deadline, DateOnly trigger, DateOnly? second, SchoolCalendar? school) => DeadlineCalculator.Answer(
        deadline, new DeadlineQuestion { Id = deadline.Id, Trigger = trigger, Second = second, School = school }, Content.WorkingDays);

    /// <summary>The examples assume that no holiday lies in the period.</summary>
    private static SchoolCalendar NoHolidays()
    {
        Assert.True(SchoolCalendar.TryRead(["2026-09-01..2027-07-23"], [], out var calendar, out var error), error);
        return calendar;
    }
}
