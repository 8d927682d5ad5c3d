using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using Helpline.Analytics.Messages;
using Helpline.Analytics.Tests.Support;

namespace Helpline.Analytics.Tests.Anonymising;

public class SubtractionTests
{
    [Fact]
    public void Attack_OnPublishedCellsAndTotals_SettlesNoHiddenNumberBelowK() =>
        Holds.ForAll(Invented.Any(200), sample =>
        {
            var result = Anonymiser.Anonymise(sample.Window, sample.K);

            if (sample.Window.Length >= sample.K)
            {
                Assert.DoesNotContain(Attack(sample.Window, result), found => found.Value > 0 && found.Value < sample.K);
            }
        });

    [Fact]
    public void Attack_OnPublishedCellsAndTotals_LeavesEveryRareCodeAtLeastKPossibleValues() =>
        Holds.ForAll(Invented.Any(200), sample =>
        {
            var result = Anonymiser.Anonymise(sample.Window, sample.K);

            foreach (var table in result.Tables.Where(table => Whole(table) >= sample.K))
            {
                var rare = Truth.Counts(sample.Window, table.Dimension, table.ParentCode).Where(code => code.Value < sample.K);
                var left = table.NotShown - Carried(result, table, code => table.Rows.All(row => row.Code != code));
                Assert.All(rare, _ => Assert.True(left >= sample.K));
            }
        });

    [Fact]
    public void Attack_OnOutcomesInCells_LeavesNoRemainderBelowK() => Holds.ForAll(Invented.Any(200), sample =>
    {
        var result = Anonymiser.Anonymise(sample.Window, sample.K);
        var outcomes = result.Tables.Single(table => table.Dimension == FiguresDimension.Outcome);

        foreach (var row in outcomes.Rows)
        {
            var left = row.Count - result.Cells.SelectMany(cell => cell.Outcomes).Where(told => told.Code == row.Code).Sum(told => told.Count);
            Assert.True(left == 0 || left >= sample.K || left == row.Count);
        }
    });

    [Fact]
    public void Attack_WhenOnlyTheRareCellWereHidden_FindsIt()
    {
        // The attack must be able to succeed, or the tests above prove nothing.
        var attack = new SubtractionAttack();
        attack.Learn(["a", "b", "c"], 45);
        attack.Learn(["a"], 30);
        attack.Learn(["b"], 12);

        Assert.Equal(3, attack.Settled()["c"]);
    }

    [Fact]
    public void Attack_WhenCellsHadNotGivenWay_FindsTheRemainder()
    {
        // Arrange: of 55 contacts of one region, 5 are about something else and so in no cell that names the region.
        var window = SmallRemainder();
        var records = window.Select(QuasiRecord.Of).ToList();
        var totals = Totals.Build(records, 10);
        var cells = Partitioner.Partition(records, 10);

        // Act
        var before = new AnonymisedWindow { Contacts = window.Length, NotInCells = 0, Tables = totals, Cells = CellWriter.Write(cells, totals, 10) };
        var after = Anonymiser.Anonymise(window, 10);

        // Assert
        Assert.Contains(Attack(window, before), found => found.Value is > 0 and < 10);
        Assert.DoesNotContain(Attack(window, after), found => found.Value is > 0 and < 10);
    }

    [Fact]
    public void Of_OneRareCode_HidesTheNextSmallestToo()
    {
        var table = SuppressedTable.Of(Counts(("a", 40), ("b", 12), ("c", 3)), 10);

        Assert.Equal([new CodeCount("a", 40)], table.Rows);
        Assert.Equal(15, table.NotShown);
    }

    [Fact]
    public void Of_TwoRareCodesThatComeToK_HidesNothingElse()
    {
        var table = SuppressedTable.Of(Counts(("a", 40), ("b", 6), ("c", 5)), 10);

        Assert.Equal([new CodeCount("a", 40)], table.Rows);
        Assert.Equal(11, table.NotShown);
    }

    [Fact]
    public void Of_NoRareCode_HidesNothing()
    {
        var table = SuppressedTable.Of(Counts(("a", 40), ("b", 10), ("c", 0)), 10);

        Assert.Equal([new CodeCount("a", 40), new CodeCount("b", 10)], table.Rows);
        Assert.Equal(0, table.NotShown);
    }

    private static ContactFacts[] SmallRemainder()
    {
        var equality = Invented.Ordinary with { TopicGroupIds = ["equality"], TopicIds = ["adjustments"] };
        return
        [
            .. Invented.Many(50, Invented.Ordinary),
            .. Invented.Many(5, equality),
            .. Invented.Many(45, equality with { RegionCode = "E12000007", AuthorityCode = "E09000001" }),
            .. Invented.Many(6, equality with { RegionCode = "E12000001", AuthorityCode = "E06000001" }),
        ];
    }

    private static IEnumerable<KeyValuePair<string, int>> Counts(params (string Code, int Count)[] counts) =>
        counts.Select(pair => KeyValuePair.Create(pair.Code, pair.Count));

    private static int Whole(TotalsTable table) => table.Rows.Sum(row => row.Count) + table.NotShown;

    /// <summary>
    /// Unknown: how many contacts of each code are in no cell that names it. Known: each total less what cells name.
    /// </summary>
    private static Dictionary<string, int> Attack(ContactFacts[] window, AnonymisedWindow result)
    {
        var attack = new SubtractionAttack();
        foreach (var table in result.Tables)
        {
            string Name(string code) => $"{table.Dimension}/{table.ParentCode}/{code}";
            foreach (var row in table.Rows)
            {
                attack.Learn([Name(row.Code)], row.Count - Carried(result, table, code => code == row.Code));
            }

            // Worse than life: the reader knows which codes there are.
            var hidden = Truth.Counts(window, table.Dimension, table.ParentCode).Keys.Except(table.Rows.Select(row => row.Code)).ToList();
            attack.Learn(hidden.Select(Name), table.NotShown - Carried(result, table, hidden.Contains));
        }

        var channels = result.Tables.Single(table => table.Dimension == FiguresDimension.Channel);
        attack.Learn(
            Truth.Counts(window, FiguresDimension.Channel, null).Keys.Select(code => $"{channels.Dimension}//{code}"),
            result.NotInCells);
        return attack.Settled();
    }

    private static int Carried(AnonymisedWindow result, TotalsTable table, Func<string, bool> wanted) => result.Cells
        .Where(cell => CodeOf(cell, table.Dimension) is { } code && wanted(code)
            && (table.ParentCode is null || ParentOf(cell, table.Dimension) == table.ParentCode))
        .Sum(cell => cell.Count);

    private static string? ParentOf(ContactCell cell, FiguresDimension dimension) =>
        dimension == FiguresDimension.Topic ? cell.TopicGroupId : cell.RegionCode;

    private static string? CodeOf(ContactCell cell, FiguresDimension dimension) => dimension switch
    {
        FiguresDimension.Channel => cell.Channel,
        FiguresDimension.Region => cell.RegionCode,
        FiguresDimension.Authority => cell.AuthorityCode,
        FiguresDimension.TopicGroup => cell.TopicGroupId,
        FiguresDimension.Topic => cell.TopicId,
        FiguresDimension.Stage => cell.StageId,
        FiguresDimension.Role => cell.EnquirerRoleId,
        FiguresDimension.Kind or FiguresDimension.Outcome or FiguresDimension.Wait or FiguresDimension.Handling
            or FiguresDimension.Referral => null,
    };
}
