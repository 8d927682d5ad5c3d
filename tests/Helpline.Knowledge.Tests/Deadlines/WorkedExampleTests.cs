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

        var answer = DeadlineCalculator.Answer(deadline, deadline.ExampleTrigger!.Value, new WorkingCalendar(Content.BankHolidays));

        Assert.Equal(deadline.ExampleDue, answer.Due);
        Assert.Null(answer.Reason);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Answer_AnyDeadline_GivesADateOrAReason(string id)
    {
        var deadline = Content.Deadlines.Find(id)!;

        var answer = DeadlineCalculator.Answer(deadline, new DateOnly(2026, 11, 2), new WorkingCalendar(Content.BankHolidays));

        Assert.NotEqual(answer.Due is null, answer.Reason is null);
        Assert.Equal(deadline.CanBeCalculated, answer.Due is not null);
        Assert.All(answer.Steps, s => Assert.NotNull(s.Due));
    }

    [Fact]
    public void Content_Deadlines_AreSixtyAndMostHaveAnExample()
    {
        Assert.Equal(60, Content.Deadlines.Count);
        Assert.Equal(Content.Deadlines.Count(d => d.CanBeCalculated), Content.Deadlines.Count(d => d.ExampleDue is not null));
    }
}
