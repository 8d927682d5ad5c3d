using System.Net;
using Helpline.Core.Backlog;
using Helpline.Core.Data;
using Helpline.Knowledge;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Public;

/// <summary>"Was this page helpful?": on every page of content, counted without anyone in it.</summary>
public sealed class HelpfulTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor = factory.Visitor();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/advice/refused-an-assessment")]
    [InlineData("/guides/appealing")]
    [InlineData("/topics/annual-review")]
    [InlineData("/topics/ehc-plans")]
    [InlineData("/letters/request-an-assessment")]
    [InlineData("/deadlines/ehc-final-plan")]
    [InlineData("/updates/white-paper-published")]
    [InlineData("/find-help")]
    [InlineData("/letter-check/final-plan?a=yyyyyy&on=none")]
    public async Task ContentPage_Any_AsksWhetherItHelpedByALinkThatWorks(string path)
    {
        var page = await visitor.ReadAsync(path, Stop);
        var no = page.QuerySelectorAll(".app-helpful a")[^1].GetAttribute("href")!;
        var form = await visitor.ReadAsync(no, Stop);

        Assert.Equal("Was this page helpful?", form.QuerySelector("h1")?.TextContent);
        Assert.NotNull(form.QuerySelector("form[method=post] input[value=no][checked]"));
        Assert.NotNull(form.QuerySelector("meta[name=robots][content*=noindex]"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=transport")]
    [InlineData("/letter-check/final-plan")]
    [InlineData("/advice/no-such-article")]
    [InlineData("/helpful?page=/guides/appealing")]
    public async Task OtherPage_Any_DoesNotAsk(string path)
    {
        var page = await visitor.ReadAsync(path, Stop);

        Assert.Empty(page.QuerySelectorAll(".app-helpful"));
    }

    [Fact]
    public async Task Answer_NoWithAReason_IsCountedByPageVersionAndDayWithoutAnybody()
    {
        using var response = await SendAsync("/guides/exclusion", ("Answer", "no"), ("Why", nameof(NotHelpfulReason.NotClearWhatToDo)));
        using var again = await SendAsync("/guides/exclusion", ("Answer", "no"), ("Why", nameof(NotHelpfulReason.NotClearWhatToDo)));
        var thanks = await visitor.ReadAsync(response.Headers.Location!.OriginalString, Stop);
        await using var scope = factory.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().ArticleRatings.AsNoTracking().Where(r => r.ArticleSlug == "guides/exclusion").ToListAsync(Stop);
        var guide = factory.Services.GetRequiredService<IKnowledgeBase>().Current.Guides.Find("exclusion")!;

        Assert.Equal("Thank you for telling us", thanks.QuerySelector("h1")?.TextContent);
        var row = Assert.Single(rows);
        Assert.Equal((2, false, NotHelpfulReason.NotClearWhatToDo, guide.Version), (row.Count, row.Helpful, row.Reason, row.ArticleVersion));
    }

    [Fact]
    public async Task Answer_YesOnAnArticle_IsCountedUnderItsSlug()
    {
        using var response = await SendAsync("/advice/annual-reviews", ("Answer", "yes"));
        await using var scope = factory.Services.CreateAsyncScope();
        var counts = await scope.ServiceProvider.GetRequiredService<ArticleHelpfulness>().OfAsync("annual-reviews", Stop);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(1, Assert.Single(counts).Helpful);
    }

    [Fact]
    public async Task Answer_LeftOutOrMadeUp_IsRefusedBesideItsField()
    {
        using var none = await SendAsync("/guides/appealing");
        using var madeUp = await SendAsync("/guides/appealing", ("Answer", "no"), ("Why", "4000"));
        var page = await HelplineFactory.ReadAsync(none, Stop);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (none.StatusCode, madeUp.StatusCode));
        Assert.Equal("Choose yes or no", page.QuerySelector(".govuk-error-summary a[href='#Answer']")?.TextContent);
    }

    [Fact]
    public async Task Answer_WithoutTheTokenOrAboutNoPage_IsRefused()
    {
        using var forged = await visitor.PostAsync("/helpful", new FormUrlEncodedContent([new("page", "/guides/appealing"), new("Answer", "yes")]), Stop);
        using var unknown = await visitor.OpenAsync("/helpful?page=https://example.test", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Answer_TooOften_IsRefused()
    {
        await using var limited = new HelplineFactory().With("RateLimits:PublicForms:Permits", "1");
        using var eager = limited.Visitor();
        var answer = new Dictionary<string, string> { ["Answer"] = "yes" };

        using var first = await eager.SendFormAsync("/helpful?page=/guides/appealing", answer, Stop);
        using var second = await eager.SendFormAsync("/helpful?page=/guides/appealing", answer, Stop);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    private Task<HttpResponseMessage> SendAsync(string page, params (string Name, string Value)[] answers) =>
        visitor.SendFormAsync($"/helpful?page={page}", answers.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal), Stop);
}
