using Helpline.Testing;

namespace Helpline.Web.Tests.Public;

public sealed class ArticleTests
{
    private const string Path = "/advice/my-child-has-been-suspended";

    [Fact]
    public async Task Get_Article_ShowsTheLawSourcesTimeLimitsAndWhatToReadNext()
    {
        // Arrange
        await using var factory = new HelplineFactory();

        // Act
        var page = await factory.Visitor().ReadAsync(Path, TestContext.Current.CancellationToken);

        // Assert
        Assert.NotEmpty(page.QuerySelectorAll(".app-law li"));
        Assert.NotNull(page.QuerySelector("#time-limits ~ .govuk-summary-card a[href='/deadlines/suspension-45-days']"));
        Assert.NotNull(page.QuerySelector("aside a[href='/advice/sent-home-without-a-suspension']"));
        Assert.NotNull(page.QuerySelector(".govuk-breadcrumbs a[href='/advice#exclusion-and-attendance']"));
    }

    [Theory]
    [InlineData(2026, 12, false)]
    [InlineData(2031, 1, true)]
    public async Task Get_Article_SaysWhenItsReviewIsDue(int year, int month, bool due)
    {
        // Arrange
        await using var factory = new HelplineFactory().At(new FakeTimeProvider(new DateTimeOffset(year, month, 1, 12, 0, 0, TimeSpan.Zero)));

        // Act
        var page = await factory.Visitor().ReadAsync(Path, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(due, page.QuerySelector("article .govuk-inset-text") is not null);
    }
}
