using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Testing;

namespace Helpline.Web.Tests.Public;

public sealed class SearchTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor = factory.Visitor();

    [Theory]
    [InlineData("suspended", "/advice/my-child-has-been-suspended")]
    [InlineData("refused an assessment", "/advice/refused-an-assessment")]
    [InlineData("s.36(8)", "/advice/ask-for-an-ehc-needs-assessment")]
    public async Task Search_InParentsWords_FindsTheArticle(string query, string expected)
    {
        // Act
        var page = await visitor.ReadAsync(Address(query), TestContext.Current.CancellationToken);

        // Assert
        Assert.Contains(expected, page.QuerySelectorAll(".app-results h2 a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"quoted\" AND (NEAR OR *")]
    [InlineData("' OR 1=1; --")]
    [InlineData("%00 \u202e ‮ 🦉 \u0001")]
    [InlineData("ééé ß ﬁ ﷺ")]
    [InlineData("a")]
    [InlineData("{{7*7}} ${x} @Model")]
    public async Task Search_WithOddText_AnswersAPageThatHoldsItAsText(string query)
    {
        // Act
        using var response = await visitor.OpenAsync(Address(query), TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(page.Scripts, script => Assert.NotNull(script.GetAttribute("nonce")));
        Assert.NotNull(page.QuerySelector("main a[href='/ask']"));
    }

    [Fact]
    public async Task Search_WithVeryLongText_StillAnswers()
    {
        // Act
        using var response = await visitor.OpenAsync(Address(string.Concat(Enumerable.Repeat("transport ", 500))), TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Search_Misspelt_SaysWhatWasUnderstood()
    {
        // Act
        var page = await visitor.ReadAsync(Address("exlcusion"), TestContext.Current.CancellationToken);

        // Assert
        Assert.Contains("Did you mean", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("exclusion", page.QuerySelector("main p a[href^='/search'] strong")?.TextContent);
    }

    [Fact]
    public async Task Search_ForNothingWeKnow_OffersOtherWays()
    {
        // Act
        var page = await visitor.ReadAsync(Address("zxqvbnm"), TestContext.Current.CancellationToken);

        // Assert
        Assert.Empty(page.QuerySelectorAll(".app-results li"));
        Assert.Equal("zxqvbnm", page.QuerySelector<IHtmlInputElement>("#q")?.Value);
        Assert.NotNull(page.QuerySelector("main a[href='/ask']"));
        Assert.NotEmpty(page.QuerySelectorAll(".app-topics a"));
    }

    [Fact]
    public async Task Search_NarrowedByTopic_KeepsToIt()
    {
        // Arrange
        var all = await visitor.ReadAsync(Address("school"), TestContext.Current.CancellationToken);
        var narrower = all.QuerySelector("nav[aria-label='Narrow by topic'] a")!.GetAttribute("href")!;

        // Act
        var narrowed = await visitor.ReadAsync(narrower, TestContext.Current.CancellationToken);

        // Assert
        Assert.Contains("topic=", narrower, StringComparison.Ordinal);
        Assert.InRange(narrowed.QuerySelectorAll(".app-results li").Length, 1, 9);
        Assert.NotNull(narrowed.QuerySelector("nav[aria-label='Narrow by topic'] strong"));
    }

    [Fact]
    public async Task Search_WithManyResults_TurnsPages()
    {
        // Act
        var first = await visitor.ReadAsync(Address("school"), TestContext.Current.CancellationToken);
        var next = first.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href")!;
        var second = await visitor.ReadAsync(next, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal("11", second.QuerySelector("ol.app-results")?.GetAttribute("start"));
        Assert.Empty(first.QuerySelectorAll(".app-results a").Select(link => link.GetAttribute("href"))
            .Intersect(second.QuerySelectorAll(".app-results a").Select(link => link.GetAttribute("href"))));
    }

    private static string Address(string query) => $"/search?q={Uri.EscapeDataString(query)}";
}
