using System.Text.Json;
using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using Helpline.Analytics.Messages;
using Helpline.Analytics.Tests.Support;

namespace Helpline.Analytics.Tests.Anonymising;

public class AnonymiserTests
{
    [Fact]
    public void Anonymise_AnyWindow_PublishesNoNumberBelowK() => Holds.ForAll(Invented.Any(), sample =>
    {
        var result = Anonymiser.Anonymise(sample.Window, sample.K);

        Assert.All(result.Cells, cell =>
        {
            Assert.True(cell.Count >= sample.K);
            Assert.All(Told(cell).SelectMany(rows => rows), row => Assert.True(row.Count >= sample.K));
        });
        Assert.All(result.Tables.SelectMany(table => table.Rows), row => Assert.True(row.Count >= sample.K));
    });

    [Fact]
    public void Anonymise_AnyWindow_EveryCombinationIsSharedByAtLeastK() => Holds.ForAll(Invented.Any(), sample =>
    {
        var result = Anonymiser.Anonymise(sample.Window, sample.K);

        Assert.All(result.Cells, cell =>
            Assert.True(sample.Window.Count(facts => Matches(facts, cell)) >= Math.Max(cell.Count, sample.K)));
    });

    [Fact]
    public void Anonymise_AnyWindow_CellsFollowTheHierarchiesAndDiffer() => Holds.ForAll(Invented.Any(), sample =>
    {
        var result = Anonymiser.Anonymise(sample.Window, sample.K);

        Assert.All(result.Cells, cell =>
        {
            Assert.True(cell.AuthorityCode is null || cell.RegionCode is not null);
            Assert.True(cell.TopicId is null || cell.TopicGroupId is not null);
            Assert.True(cell.Hour is null || cell.Day is not null);
        });
        Assert.Distinct(result.Cells.Select(cell => JsonSerializer.Serialize(
            new { cell.Channel, cell.RegionCode, cell.AuthorityCode, cell.TopicGroupId, cell.TopicId, cell.StageId, cell.EnquirerRoleId, cell.Day, cell.Hour })));
    });

    [Fact]
    public void Anonymise_AnyWindow_TotalsEqualTheInputs() => Holds.ForAll(Invented.Any(), sample =>
    {
        var result = Anonymiser.Anonymise(sample.Window, sample.K);

        Assert.Equal(sample.Window.Length, result.Contacts);
        Assert.Equal(sample.Window.Length, result.Cells.Sum(cell => cell.Count) + result.NotInCells);
        foreach (var table in result.Tables)
        {
            var truth = Truth.Counts(sample.Window, table.Dimension, table.ParentCode);
            Assert.Equal(truth.Values.Sum(), table.Rows.Sum(row => row.Count) + table.NotShown);
            Assert.All(table.Rows, row => Assert.Equal(truth[row.Code], row.Count));
        }
    });

    [Fact]
    public void Anonymise_AnyWindow_CellsOfAChannelNeverExceedItsContacts() => Holds.ForAll(Invented.Any(), sample =>
    {
        var result = Anonymiser.Anonymise(sample.Window, sample.K);

        foreach (var channel in result.Cells.GroupBy(cell => cell.Channel))
        {
            var truth = Truth.Counts(sample.Window, FiguresDimension.Channel, null);
            Assert.True(channel.Sum(cell => cell.Count) <= truth[channel.Key]);
        }
    });

    [Fact]
    public void Anonymise_SameContactsInAnotherOrder_PublishesTheSame() => Holds.ForAll(Invented.Any(), sample =>
    {
        var shuffled = sample.Window.ToArray();
        new Random(sample.Window.Length).Shuffle(shuffled);

        Assert.Equal(
            JsonSerializer.Serialize(Anonymiser.Anonymise(sample.Window, sample.K)),
            JsonSerializer.Serialize(Anonymiser.Anonymise(shuffled, sample.K)));
    });

    [Fact]
    public void Anonymise_KContactsAlike_PublishesThemInFullDetail()
    {
        var result = Anonymiser.Anonymise(Invented.Many(10, Invented.Ordinary), 10);

        var cell = Assert.Single(result.Cells);
        Assert.Equal("E08000035", cell.AuthorityCode);
        Assert.Equal("post-16", cell.TopicId);
        Assert.Equal("plan-in-place", cell.StageId);
        Assert.Equal("parent", cell.EnquirerRoleId);
        Assert.Equal((new DateOnly(2026, 11, 3), 10), (cell.Day!.Value, cell.Hour!.Value));
        Assert.Equal([new CodeCount("advice-given", 10)], cell.Outcomes);
        Assert.Equal(0, result.NotInCells);
    }

    [Fact]
    public void Anonymise_OneFewerThanK_PublishesATotalOnly()
    {
        var result = Anonymiser.Anonymise(Invented.Many(9, Invented.Ordinary), 10);

        Assert.Empty(result.Cells);
        Assert.Equal((9, 9), (result.Contacts, result.NotInCells));
        Assert.All(result.Tables, table => Assert.Empty(table.Rows));
    }

    [Fact]
    public void Anonymise_RareTopicInACommonGroup_GivesUpTheTopicAndKeepsTheRest()
    {
        ContactFacts[] window =
            [.. Invented.Many(12, Invented.Ordinary), .. Invented.Many(4, Invented.Ordinary with { TopicIds = ["under-16"] })];

        var cell = Assert.Single(Anonymiser.Anonymise(window, 10).Cells);

        Assert.Equal(("transport", null, 16), (cell.TopicGroupId, cell.TopicId, cell.Count));
        Assert.Equal("E08000035", cell.AuthorityCode);
        Assert.Equal("plan-in-place", cell.StageId);
    }

    [Fact]
    public void Anonymise_TwoCrowdedPlaces_KeepsBothApart()
    {
        ContactFacts[] window =
        [
            .. Invented.Many(12, Invented.Ordinary),
            .. Invented.Many(15, Invented.Ordinary with { RegionCode = "E12000007", AuthorityCode = "E09000001" }),
        ];

        Assert.Equal(
            [("E08000035", 12), ("E09000001", 15)],
            Anonymiser.Anonymise(window, 10).Cells.Select(cell => (cell.AuthorityCode!, cell.Count)).Order());
    }

    [Fact]
    public void Anonymise_ChannelBelowK_IsHiddenTogetherWithPartOfAnother()
    {
        ContactFacts[] window =
        [
            .. Invented.Many(40, Invented.Ordinary),
            .. Invented.Many(15, Invented.Ordinary with { Channel = ContactChannel.Enquiry }),
            .. Invented.Many(3, Invented.Ordinary with { Channel = ContactChannel.Callback }),
        ];

        var result = Anonymiser.Anonymise(window, 10);

        var channels = result.Tables.Single(table => table.Dimension == FiguresDimension.Channel);
        Assert.Equal([new CodeCount("voice", 40)], channels.Rows);
        Assert.Equal((18, 18), (channels.NotShown, result.NotInCells));
    }

    [Fact]
    public void Anonymise_KBelowTwo_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Anonymiser.Anonymise([], 1));

    private static IEnumerable<IReadOnlyList<CodeCount>> Told(ContactCell cell) =>
        [cell.Kinds, cell.Outcomes, cell.Waits, cell.Handlings];

    private static bool Matches(ContactFacts facts, ContactCell cell) =>
        EnumCodes.Of(facts.Channel) == cell.Channel
        && (cell.RegionCode ?? facts.RegionCode ?? Codes.NotKnown) == (facts.RegionCode ?? Codes.NotKnown)
        && (cell.AuthorityCode ?? facts.AuthorityCode ?? Codes.NotKnown) == (facts.AuthorityCode ?? Codes.NotKnown)
        && Alike(cell.TopicGroupId, facts.TopicGroupIds.Leading())
        && Alike(cell.TopicId, facts.TopicIds.Leading())
        && Alike(cell.StageId, facts.StageId)
        && Alike(cell.EnquirerRoleId, facts.EnquirerRoleId)
        && (cell.Day is null || cell.Day == CoarseTime.DayOf(facts.ArrivedAt))
        && (cell.Hour is null || cell.Hour == CoarseTime.LocalHourOf(facts.ArrivedAt));

    private static bool Alike(string? published, string? own) => published is null || published == (own ?? Codes.NotKnown);
}
