using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using Helpline.Analytics.Tests.Support;

namespace Helpline.Analytics.Tests.Figures;

public class FiguresQueriesTests
{
    private static readonly FiguresPeriod ThreeWeeks = new(Invented.Monday.AddDays(-14), Invented.Monday);

    [Fact]
    public async Task ContactsAsync_FromFactsToTheTable_AddsUpInEveryColumn()
    {
        // Arrange
        await using var host = await AnalyticsHost.StartAsync();
        var weeks = Enumerable.Range(0, 3)
            .Select(week => Invented.Sample(150, (ulong)week + 11)
                .Select(facts => facts with { ArrivedAt = facts.ArrivedAt.AddDays(-7 * (2 - week)) }).ToArray())
            .ToList();
        foreach (var week in weeks)
        {
            await host.AcceptAsync(week);
        }

        // Act
        await host.RunAsync();

        // Assert
        foreach (var dimension in Enum.GetValues<FiguresDimension>())
        {
            var table = await ContactsAsync(host, dimension);
            Assert.Equal([new(2026, 10, 19), new(2026, 10, 26), new(2026, 11, 2)], table.Weeks);
            for (var week = 0; week < 3; week++)
            {
                var truth = Truth.Counts(weeks[week], dimension, null);
                Assert.Equal(truth.Values.Sum(), table.Totals[week]);
                Assert.Equal(table.Totals[week], table.Rows.Sum(row => row.Cells[week].Count ?? 0) + table.NotShown[week]);
                Assert.All(table.Rows.Where(row => row.Cells[week].Count > 0), row => Assert.Equal(truth[row.Code], row.Cells[week].Count));
                Assert.All(table.Rows.Where(row => row.Cells[week].Count == 0), row => Assert.DoesNotContain(row.Code, truth.Keys));
            }
        }
    }

    [Fact]
    public async Task ContactsAsync_AttackOnTheTable_FindsNoHiddenNumber()
    {
        await using var host = await AnalyticsHost.StartAsync();
        var contacts = Invented.Sample(200, 5);
        await host.AcceptAsync(contacts);
        await host.RunAsync();

        foreach (var dimension in Enum.GetValues<FiguresDimension>().Except([FiguresDimension.Topic, FiguresDimension.Authority]))
        {
            var table = await ContactsAsync(host, dimension);
            var truth = Truth.Counts(contacts, dimension, null);
            var attack = new SubtractionAttack();
            attack.Learn(truth.Keys, table.Totals[2]);
            foreach (var row in table.Rows.Where(row => !row.Cells[2].Suppressed))
            {
                attack.Learn([row.Code], row.Cells[2].Count!.Value);
            }

            Assert.DoesNotContain(attack.Settled(), found => found.Value is > 0 and < 10);
        }
    }

    [Fact]
    public async Task ContactsAsync_CodeSeenInOneWeekOnly_IsSuppressedWhereItMayHideAndZeroWhereItCannot()
    {
        // Arrange: exclusions crowd in week 2; in week 3 they are three, hidden with transport; week 1 hides nothing.
        await using var host = await AnalyticsHost.StartAsync();
        var exclusion = Invented.Ordinary with { TopicGroupIds = ["exclusion"], TopicIds = ["permanent"] };
        await host.AcceptAsync(
        [
            .. In(-2, Invented.Many(20, Invented.Ordinary)),
            .. In(-1, Invented.Many(20, Invented.Ordinary)), .. In(-1, Invented.Many(15, exclusion)),
            .. In(0, Invented.Many(20, Invented.Ordinary)), .. In(0, Invented.Many(3, exclusion)),
        ]);
        await host.RunAsync();

        // Act
        var table = await ContactsAsync(host, FiguresDimension.TopicGroup);

        // Assert
        var row = table.Rows.Single(row => row.Code == "exclusion");
        Assert.Equal([new(0, false), new(15, false), new(null, true)], row.Cells);
        Assert.Equal((15, false), (row.Shown, row.IsComplete));
        Assert.Equal([0, 0, 23], table.NotShown);
        Assert.Equal([20, 35, 23], table.Totals);
    }

    [Fact]
    public async Task ContactsAsync_TopicsOfOneGroup_LeavesOutTheOthersAndNamesTheGroup()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(
        [
            .. Invented.Many(20, Invented.Ordinary),
            .. Invented.Many(12, Invented.Ordinary with { TopicIds = ["under-16"] }),
            .. Invented.Many(15, Invented.Ordinary with { TopicGroupIds = ["equality"], TopicIds = ["adjustments"] }),
        ]);
        await host.RunAsync();

        var table = await ContactsAsync(host, FiguresDimension.Topic, "transport");

        Assert.Equal([("post-16", "transport", 20), ("under-16", "transport", 12)], table.Rows.Select(row => (row.Code, row.ParentCode!, row.Shown)));
        Assert.Equal(32, table.Totals[2]);
    }

    [Fact]
    public async Task SatisfactionAsync_EnoughAnswers_GivesTheShareAgainstStandardAndTarget()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync([.. Answers(17, 5), .. Answers(3, 2)]);
        await host.RunAsync();

        var table = await SatisfactionAsync(host, SatisfactionDimension.All);

        var cell = Assert.Single(table.Rows).Weeks[2];
        Assert.Equal((20, 17, 0.85), (cell.Responses, cell.Satisfied, cell.Share));
        Assert.True(cell.MeetsStandard);
        Assert.False(cell.MeetsTarget);
        Assert.Equal(cell, table.Rows[0].Period);
    }

    [Fact]
    public async Task SatisfactionAsync_FewAnswersFromOneRegion_AreSuppressedWithTheNextSmallest()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync([.. Answers(30, 5, "E12000001"), .. Answers(12, 4, "E12000003"), .. Answers(4, 1, "E12000007")]);
        await host.RunAsync();

        var row = Assert.Single((await SatisfactionAsync(host, SatisfactionDimension.Region)).Rows);

        Assert.Equal(("E12000001", 30), (row.Code, row.Weeks[2].Responses));
    }

    [Fact]
    public async Task SatisfactionAsync_FewerThanKInAll_IsSuppressed()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync([.. Answers(9, 5)]);
        host.Clock.Advance(TimeSpan.FromDays(28));
        await host.RunAsync();

        var cell = Assert.Single((await SatisfactionAsync(host, SatisfactionDimension.All)).Rows).Weeks[2];

        Assert.Equal(new SatisfactionCell(null, null, true), cell);
        Assert.Equal((null, null), (cell.Share, cell.MeetsStandard));
    }

    [Fact]
    public async Task CombinationsAsync_LargestFirst_AddsUpWeeks()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync([.. In(-1, Invented.Many(15, Invented.Ordinary)), .. Invented.Many(20, Invented.Ordinary)]);
        await host.RunAsync();

        var combination = Assert.Single(await host.FiguresAsync(figures =>
            figures.CombinationsAsync(ThreeWeeks, 5, TestContext.Current.CancellationToken)));

        Assert.Equal(
            new CombinationFigure { Place = "E08000035", Topic = "post-16", Stage = "plan-in-place", Role = "parent", Channel = "voice", Count = 35 },
            combination);
    }

    [Fact]
    public async Task ContactsAsync_PeriodThatEndsBeforeItBegins_IsEmpty()
    {
        await using var host = await AnalyticsHost.StartAsync();

        var table = await host.FiguresAsync(figures => figures.ContactsAsync(
            FiguresDimension.Region, new FiguresPeriod(Invented.Monday, Invented.Monday.AddDays(-7)), null, TestContext.Current.CancellationToken));

        Assert.Empty(table.Weeks);
        Assert.Empty(table.Rows);
    }

    private static IEnumerable<ContactFacts> In(int week, IEnumerable<ContactFacts> contacts) =>
        contacts.Select(facts => facts with { ArrivedAt = facts.ArrivedAt.AddDays(7 * week) });

    private static IEnumerable<SatisfactionFacts> Answers(int count, int score, string? region = null) =>
        Enumerable.Repeat(
            new SatisfactionFacts
            {
                Channel = ContactChannel.Voice,
                RegionCode = region,
                WeekStarting = Invented.Monday,
                Scores = new SatisfactionScores { First = score },
            },
            count);

    private static Task<FiguresTable> ContactsAsync(AnalyticsHost host, FiguresDimension dimension, string? parent = null) =>
        host.FiguresAsync(figures => figures.ContactsAsync(dimension, ThreeWeeks, parent, TestContext.Current.CancellationToken));

    private static Task<SatisfactionTable> SatisfactionAsync(AnalyticsHost host, SatisfactionDimension dimension) =>
        host.FiguresAsync(figures => figures.SatisfactionAsync(dimension, ThreeWeeks, TestContext.Current.CancellationToken));
}
