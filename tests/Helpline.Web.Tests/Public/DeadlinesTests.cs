using System.Net;
using Helpline.Testing;

namespace Helpline.Web.Tests.Public;

public sealed class DeadlinesTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private const string Id = "ehc-decision-to-assess";

    private readonly HttpClient visitor = factory.Visitor();

    [Theory]
    [InlineData("5", "10", "2026")]
    [InlineData(" 5 ", "Oct", "2026")]
    [InlineData("05", "october", "2026")]
    public async Task WorkOut_FromADate_ShowsTheLastDay(string day, string month, string year)
    {
        // Act
        var page = await visitor.ReadAsync(Address(day, month, year), TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal("2026-11-16", page.QuerySelector($"#{Id} .app-due time")?.GetAttribute("datetime"));
        Assert.True(page.QuerySelector($"#{Id} details")?.HasAttribute("open"));
        Assert.Single(page.QuerySelectorAll(".app-due"));
    }

    [Theory]
    [InlineData("31", "2", "2026", "The date must be a real date")]
    [InlineData("5", "13", "2026", "The date must be a real date")]
    [InlineData("x", "10", "2026", "The date must be a real date")]
    [InlineData("0", "10", "2026", "The date must be a real date")]
    [InlineData("5", "", "2026", "The date must include a month")]
    [InlineData("", "", "2026", "The date must include a day and a month")]
    [InlineData("", "", "", "Enter the date")]
    [InlineData("5", "10", "26", "The date must have a year of four figures, such as 2026")]
    [InlineData("5", "10", "9999", "The date must have a year of four figures, such as 2026")]
    public async Task WorkOut_FromABadDate_SaysSoBesideTheFieldAndInTheSummary(string day, string month, string year, string message)
    {
        // Act
        using var response = await visitor.OpenAsync(Address(day, month, year), TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var link = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal(message, link.TextContent);
        Assert.NotNull(page.QuerySelector($"#{Id} form input{link.GetAttribute("href")}"));
        Assert.Equal($"Error: {message}", Assert.Single(page.QuerySelectorAll(".govuk-error-message")).TextContent.Trim());
        Assert.Equal(day.Trim(), page.QuerySelector($"{link.GetAttribute("href")}")!.GetAttribute("value")?.Trim() ?? "");
    }

    [Fact]
    public async Task Get_Deadlines_SaysForEachHowItIsCountedAndUnderWhat()
    {
        // Act
        var page = await visitor.ReadAsync("/deadlines", TestContext.Current.CancellationToken);

        // Assert
        var articles = page.QuerySelectorAll("article.app-deadline");
        Assert.True(articles.Length >= 50);
        Assert.All(articles, article => Assert.Contains("How it is counted", article.TextContent, StringComparison.Ordinal));
        Assert.All(articles, article => Assert.Contains("If it was missed", article.TextContent, StringComparison.Ordinal));
        Assert.All(articles, article => Assert.True(
            article.QuerySelector("form") is not null || article.QuerySelector("details p")!.TextContent.Length > 10, article.Id));
    }

    private static string Address(string day, string month, string year) =>
        $"/deadlines?id={Id}&Date.Day={Uri.EscapeDataString(day)}&Date.Month={Uri.EscapeDataString(month)}&Date.Year={Uri.EscapeDataString(year)}";
}
