using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Knowledge;
using Helpline.Knowledge.LetterChecks;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Public;

/// <summary>The letter check: one question on a page, answers in the address alone, a result that cites.</summary>
public sealed class LetterCheckTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor = factory.Visitor();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private KnowledgeSnapshot Known => factory.Services.GetRequiredService<IKnowledgeBase>().Current;

    [Fact]
    public async Task Check_OfEveryKind_AsksOneThingAPageAndEndsInAResultThatCites()
    {
        foreach (var kind in Known.LetterKinds)
        {
            var address = $"/letter-check/{kind.Id}";
            foreach (var question in kind.Questions)
            {
                var page = await visitor.ReadAsync(address, Stop);
                Assert.Equal(question.Ask, Assert.Single(page.QuerySelectorAll("h1")).TextContent.Trim());
                Assert.Equal(3, page.QuerySelectorAll("main input[type=radio]").Length);
                Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
                address = await SendAsync(page, ("Answer", "n"));
            }

            var dated = await visitor.ReadAsync(address, Stop);
            Assert.Equal(kind.DateLabel, dated.QuerySelector("h1")!.TextContent.Trim());
            address = await SendAsync(dated, ("Letter.Day", "5"), ("Letter.Month", "October"), ("Letter.Year", "2026"));
            using var response = await visitor.OpenAsync(address, Stop);
            var result = await HelplineFactory.ReadAsync(response, Stop);

            Assert.Equal("What your letter should have said", result.QuerySelector("h1")!.TextContent);
            Assert.False(response.Headers.Contains("Set-Cookie"));
            foreach (var question in kind.Questions)
            {
                var found = result.GetElementById($"q-{question.Id}")!.ParentElement!;
                Assert.Equal(question.Wanted == LetterAnswer.No, found.ClassList.Contains("app-finding--right"));
                Assert.NotNull(found.QuerySelector("a, span[title]"));
            }

            Assert.All(kind.Letters, l => Assert.NotNull(result.QuerySelector($"a[href='/letters/{l}']")));
        }
    }

    [Fact]
    public async Task Result_OfARefusalDatedInOctober_GivesTheLastDayOfTheAppeal()
    {
        var result = await visitor.ReadAsync("/letter-check/refusal-to-assess?a=ynyyuyy&on=2026-10-05", Stop);

        Assert.Equal("2026-12-05", result.QuerySelector("a[href^='/deadlines/sen-appeal-two-months'] ~ strong time")?.GetAttribute("datetime"));
        Assert.Equal("From your answers, nothing is missing", result.GetElementById("missing")!.TextContent);
        Assert.NotNull(result.GetElementById("unsure"));
        Assert.NotNull(result.QuerySelector("meta[name=robots][content*=noindex]"));
    }

    [Fact]
    public async Task Result_OfALetterThatHidesTheAppeal_SaysALateAppealIsAtTheTribunalsDiscretion()
    {
        var result = await visitor.ReadAsync("/letter-check/refusal-to-assess?a=ynnyyyy&on=none", Stop);
        var finding = result.GetElementById("q-appeal")!.ParentElement!.TextContent;

        Assert.Equal("1 thing is not as it should be", result.GetElementById("missing")!.TextContent);
        Assert.Contains("may let in a late appeal if that is fair and just", finding, StringComparison.Ordinal);
        Assert.Contains("It does not have to", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?a=&next=1", "Choose yes, no or not sure")]
    [InlineData("?a=&next=1&Answer=maybe", "Choose yes, no or not sure")]
    [InlineData("?a=xyz", "We could not read your earlier answers. Please start again with this question")]
    [InlineData("?a=yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", "We could not read your earlier answers. Please start again with this question")]
    [InlineData("?a=yyyyyyy&next=1&Letter.Day=31&Letter.Month=2&Letter.Year=2026", "The date on the letter must be a real date")]
    [InlineData("?a=yyyyyyy&on=2026-02-31", "The date on the letter must be a real date, such as 5 10 2026")]
    [InlineData("?a=yyyyyyy&on=0001-01-01", "The date on the letter must be a real date, such as 5 10 2026")]
    public async Task Check_Unreadable_Is400AndSaysWhatToDo(string query, string message)
    {
        using var response = await visitor.OpenAsync("/letter-check/refusal-to-assess" + query, Stop);
        var page = await HelplineFactory.ReadAsync(response, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(message, page.QuerySelector(".govuk-error-summary a")?.TextContent);
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!));
    }

    /// <summary>Sends the one form of a page as a browser without scripts does, and says where that leads.</summary>
    private async Task<string> SendAsync(IHtmlDocument page, params (string Name, string Value)[] answers)
    {
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(f => (f.Name!, f.Value)).Concat(answers);
        var query = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Item1)}={Uri.EscapeDataString(f.Item2)}"));
        using var response = await visitor.OpenAsync($"{form.GetAttribute("action")}?{query}", Stop);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }
}
