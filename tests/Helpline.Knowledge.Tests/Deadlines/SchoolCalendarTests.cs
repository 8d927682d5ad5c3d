using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Tests.Deadlines;

public sealed class SchoolCalendarTests
{
    private static readonly KnowledgeSnapshot Content = ContentLoader.Load(Repository.Content);

    [Theory]
    [InlineData("2026-09-02..2026-12-18")]
    [InlineData("2 September 2026 to 18 December 2026")]
    [InlineData(" 2 Sep 2026 until 18 Dec 2026 ")]
    [InlineData("2/9/2026 - 18/12/2026")]
    [InlineData("Wednesday 2 September 2026 – Friday 18 December 2026")]
    [InlineData("02/09/2026–18/12/2026")]
    public void TryRead_TermInAnyUsualForm_ReadsIt(string line)
    {
        Assert.True(SchoolCalendar.TryRead([line, "", null], [], out var calendar, out var error), error);

        Assert.Equal((new DateOnly(2026, 9, 2), new DateOnly(2026, 12, 18)), (calendar.First, calendar.Last));
    }

    [Theory]
    [InlineData("in the autumn", "", "‘in the autumn’ cannot be read as a term")]
    [InlineData("2026-12-18..2026-09-02", "", "cannot be read as a term")]
    [InlineData("2026-02-30..2026-03-02", "", "cannot be read as a term")]
    [InlineData("2026-09-02..2026-12-18..2027-01-01", "", "cannot be read as a term")]
    [InlineData("2026-09-02..2028-12-18", "", "longer than a school year")]
    [InlineData("", "2026-10-26", "Enter at least one term")]
    [InlineData("2026-09-02..2026-12-18", "half-term", "‘half-term’ cannot be read as a closed day or holiday")]
    [InlineData("1990-09-02..1990-12-18", "", "cannot be read as a term")]
    public void TryRead_Malformed_SaysWhatToWrite(string term, string closed, string says)
    {
        Assert.False(SchoolCalendar.TryRead([term], [closed], out _, out var error));

        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_TooMuch_IsRefused()
    {
        Assert.False(SchoolCalendar.TryRead(Enumerable.Repeat("2026-09-02..2026-12-18", 13), [], out _, out var tooMany));
        Assert.Equal("Enter at most 12 terms", tooMany);

        Assert.False(SchoolCalendar.TryRead([new string('9', 100_000)], [], out _, out var tooLong));
        Assert.True(tooLong.Length < 300);
    }

    [Theory]
    [InlineData("2026-12-14", "2026-09-02..2026-12-18", "Add another term.")]
    [InlineData("2026-08-20", "2026-09-02..2026-12-18", "Add the term in which the date lies.")]
    public void Answer_CalendarTooShort_SaysWhatIsMissing(string trigger, string term, string says)
    {
        Assert.True(SchoolCalendar.TryRead([term], [], out var school, out _));

        var answer = DeadlineCalculator.Answer(
            Content.Deadlines.Find("irp-hearing")!,
            new DeadlineQuestion { Id = "irp-hearing", Trigger = DateOnly.Parse(trigger, System.Globalization.CultureInfo.InvariantCulture), School = school },
            Content.WorkingDays);

        Assert.Null(answer.Due);
        Assert.EndsWith(says, answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "This is a limit of 45 school days")]
    [InlineData(40, "40 of 45 school days are used, so at most 5 more school days can follow")]
    [InlineData(44, "at most 1 more school day can follow")]
    [InlineData(45, "45 school days are used: the limit of 45 in one school year is reached")]
    [InlineData(60, "no more are allowed")]
    public void Answer_Allowance_SaysHowManyAreLeft(int? used, string says)
    {
        var answer = DeadlineCalculator.Answer(
            Content.Deadlines.Find("suspension-45-days")!,
            new DeadlineQuestion { Id = "suspension-45-days", Trigger = new DateOnly(2026, 9, 2), Used = used },
            Content.WorkingDays);

        Assert.Null(answer.Due);
        Assert.Contains(says, answer.Reason, StringComparison.Ordinal);
    }
}
