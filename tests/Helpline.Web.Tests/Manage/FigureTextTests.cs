using Helpline.Web.Pages.Manage;

namespace Helpline.Web.Tests.Manage;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.0, "0%")]
    [InlineData(0.7999, "79.9%")]
    [InlineData(0.79996, "79.9%")]
    [InlineData(0.8, "80%")]
    [InlineData(0.57, "57%")]
    [InlineData(2.0 / 3, "66.6%")]
    [InlineData(1.0, "100%")]
    public void Percent_AnyShare_IsNeverRoundedUpToAGoal(double? share, string text) => Assert.Equal(text, FigureText.Percent(share));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59.9, "59 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(7_500, "2 h 5 min")]
    [InlineData(100_800, "1 day 4 h")]
    [InlineData(187_200, "2 days 4 h")]
    public void Duration_AnyLength_GivesTheTwoGreatestUnits(double seconds, string text) =>
        Assert.Equal(text, FigureText.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 calls")]
    [InlineData(1, "1 call")]
    [InlineData(1_204, "1,204 calls")]
    public void Count_OneOrMany_HasTheNounToFit(int number, string text) => Assert.Equal(text, FigureText.Count(number, "call", "calls"));

    [Fact]
    public void ToCsv_NamesWithCommasAndQuotes_AreQuoted()
    {
        var grid = new FigureGrid
        {
            Id = "x",
            Heading = "x",
            About = "x",
            Corner = "Topic",
            Columns = [new("6 Jul 2026"), new("Period")],
            Rows = [new GridRow("Exclusion, \"behaviour\"", [new GridCell("1,204", 1204), GridCell.Suppressed])],
        };

        Assert.Equal("Topic,6 Jul 2026,Period\r\n\"Exclusion, \"\"behaviour\"\"\",\"1,204\",[c]\r\n", grid.ToCsv());
        Assert.True(grid.HasSuppressed);
    }
}
