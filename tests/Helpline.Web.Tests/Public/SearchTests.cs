using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Testing;
using Helpline.Web.Pages.Public;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

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
        Assert.Contains(expected, page.QuerySelectorAll(".app-results h2 a").Select(link => link.GetAttribute("href")!.Split('?')[0]));
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
        Assert.NotEmpty(narrowed.QuerySelectorAll(".app-results li"));
        var topic = narrower.Split("topic=")[1].Split('&')[0];
        var known = factory.Services.GetRequiredService<Helpline.Knowledge.IKnowledgeBase>().Current.Articles;
        Assert.All(Articles(narrowed), address => Assert.Contains(topic, known.Find(address.Split('/')[^1].Split('#')[0])!.Topics));
        Assert.NotEqual(Articles(all), Articles(narrowed));
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
        Assert.Empty(Articles(first).Intersect(Articles(second)));
    }

    [Fact]
    public async Task Search_AnOpenedResult_IsToldToListenersWithoutWhoSearched()
    {
        // Arrange
        var heard = new Listener();
        using var site = factory.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<ISearchListener>(heard)));
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") });
        var page = await client.ReadAsync(Address("Jane Bloggs taxi stopped zxqvbnm"), TestContext.Current.CancellationToken);
        var link = page.QuerySelector(".app-results h2 a")!.GetAttribute("href")!;

        // Act
        await client.ReadAsync(link, TestContext.Current.CancellationToken);
        await client.ReadAsync("/advice/school-transport-for-my-child?from=search&for=zxqvbnm&position=x", TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(["taxi"], Assert.Single(heard.Searches).Where(word => word is "taxi" or "zxqvbnm" or "bloggs"));
        var (tokens, slug, position) = Assert.Single(heard.Opened);
        Assert.Contains("taxi", tokens);
        Assert.DoesNotContain("zxqvbnm", link, StringComparison.Ordinal);
        Assert.DoesNotContain("loggs", link, StringComparison.Ordinal);
        Assert.StartsWith($"/advice/{slug}?", link, StringComparison.Ordinal);
        Assert.Equal(1, position);
    }

    [Fact]
    public async Task Suggestions_ForAQuestionBeingWritten_NameArticlesAndNothingElse()
    {
        // Arrange
        var form = await visitor.ReadAsync("/ask/question", TestContext.Current.CancellationToken);
        using var values = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_token"] = form.QuerySelector<IHtmlInputElement>("input[name=_token]")!.Value,
            ["question"] = "they keep sending him home at lunch",
        });

        // Act
        using var response = await visitor.PostAsync(new Uri("/ask/suggestions", UriKind.Relative), values, TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.NotNull(form.QuerySelector("[data-suggest='/ask/suggestions'][hidden]"));
        Assert.Equal(3, page.QuerySelectorAll("li a").Length);
        Assert.Contains(page.QuerySelectorAll("li a"), link => link.GetAttribute("href")!.StartsWith("/advice/sent-home-without-a-suspension?", StringComparison.Ordinal));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    private static IEnumerable<string> Articles(IDocument page) => page.QuerySelectorAll(".app-results a").Select(link => link.GetAttribute("href")!.Split('?')[0]);

    private sealed class Listener : ISearchListener
    {
        public List<IReadOnlyList<string>> Searches { get; } = [];

        public List<(IReadOnlyList<string> Tokens, string Slug, int Position)> Opened { get; } = [];

        public void Searched(IReadOnlyList<string> tokens, int found, SearchPlace place) => Searches.Add(tokens);

        public void Followed(IReadOnlyList<string> tokens, string slug, int position, SearchPlace place) => Opened.Add((tokens, slug, position));
    }

    private static string Address(string query) => $"/search?q={Uri.EscapeDataString(query)}";
}
