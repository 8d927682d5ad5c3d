using System.Net;
using Helpline.Testing;

namespace Helpline.Web.Tests.Public;

public sealed class LettersTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor = factory.Visitor();

    [Fact]
    public async Task Letters_Page_ListsEveryLetter()
    {
        var page = await visitor.ReadAsync("/letters", TestContext.Current.CancellationToken);

        Assert.Equal(6, page.QuerySelectorAll("main a[href^='/letters/']").Length);
    }

    [Fact]
    public async Task Letter_Opened_AsksForItsFieldsAndNamesItsLaw()
    {
        var page = await visitor.ReadAsync("/letters/chase-a-missed-deadline", TestContext.Current.CancellationToken);

        Assert.All(page.QuerySelectorAll("main form .govuk-form-group"), group => Assert.NotNull(group.QuerySelector("label")));
        Assert.Contains("SEND Regulations 2014", page.QuerySelector("[aria-labelledby=legal-basis]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-letter]"));
    }

    [Fact]
    public async Task Letter_Sent_ComesBackFilledWithTheDateWorkedOutAndIsKeptNowhere()
    {
        using var response = await visitor.SendFormAsync(
            "/letters/chase-a-missed-deadline",
            new Dictionary<string, string> { ["Values[child-name]"] = "<b>Robin</b>", ["Values[received]"] = "2026-10-05" },
            TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);
        var letter = page.QuerySelector("[data-letter]")!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("<b>Robin</b>", letter.TextContent, StringComparison.Ordinal);
        Assert.Contains("by 16 November 2026", letter.TextContent, StringComparison.Ordinal);
        Assert.Contains("[your name]", letter.TextContent, StringComparison.Ordinal);
        Assert.Equal("<b>Robin</b>", page.QuerySelector("input[name='Values[child-name]']")!.GetAttribute("value"));
        Assert.Contains("by 16 November 2026", page.QuerySelector("#letter-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_Unknown_IsNotFound()
    {
        using var response = await visitor.OpenAsync("/letters/nothing", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Article_Public_PrintsItsTimeLimitsAndShowsNothingForAdvisers()
    {
        var page = await visitor.ReadAsync("/advice/refused-an-assessment", TestContext.Current.CancellationToken);
        var limits = page.QuerySelector("section[aria-labelledby=time-limits]")!.TextContent;

        Assert.Contains("2 months", limits, StringComparison.Ordinal);
        Assert.Contains("If it is missed", limits, StringComparison.Ordinal);
        Assert.DoesNotContain("to be confirmed", limits, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("For advisers", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("aside a[href='/letters/ask-for-reasons']"));
    }
}
