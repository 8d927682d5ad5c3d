using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Helpline.Knowledge;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Public;

public sealed class PublicPagesTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor = factory.Visitor();

    [Theory]
    [InlineData("/", "Help with special educational needs")]
    [InlineData("/advice", "Advice")]
    [InlineData("/advice/my-child-has-been-suspended", "My child has been suspended")]
    [InlineData("/search", "Search our advice")]
    [InlineData("/search?q=transport", "Search results")]
    [InlineData("/deadlines", "Deadlines")]
    [InlineData("/deadlines/clock", "What happened, and when?")]
    [InlineData("/deadlines/ehc-final-plan", "Council must send the finalised EHC plan")]
    [InlineData("/find-help", "Find help")]
    [InlineData("/find-help?authority=E06000001", "Help in Hartlepool")]
    [InlineData("/find-help?nation=wales", "That is in Wales")]
    [InlineData("/contact", "Contact us")]
    [InlineData("/privacy", "Privacy")]
    [InlineData("/accessibility", "Accessibility")]
    public async Task Get_PublicPage_IsWholeAndSaysWhatItIs(string path, string heading)
    {
        // Act
        using var response = await visitor.OpenAsync(path, TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent.Trim());
        Assert.EndsWith("– SEND Helpline", page.Title, StringComparison.Ordinal);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("#main-content", page.QuerySelector(".govuk-skip-link")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#main-content"));
        AssertSound(page);
    }

    [Fact]
    public async Task Get_EveryPublicArticle_IsWholeAndShowsWhenItWasReviewed()
    {
        // Arrange
        var articles = factory.Services.GetRequiredService<IKnowledgeBase>().Current.Articles.Where(article => article.IsPublic).ToList();

        // Act and assert
        Assert.True(articles.Count >= 30);
        foreach (var article in articles)
        {
            var page = await visitor.ReadAsync($"/advice/{article.Slug}", TestContext.Current.CancellationToken);
            Assert.Equal(article.Title, page.QuerySelector("h1")?.TextContent);
            Assert.Equal(
                [article.Reviewed.ToString("O", CultureInfo.InvariantCulture), article.LawAsAt.ToString("O", CultureInfo.InvariantCulture)],
                page.QuerySelectorAll(".app-meta time").Select(time => time.GetAttribute("datetime")));
            AssertSound(page);
        }
    }

    [Fact]
    public async Task Links_FromPublicPagesToPublicPages_AllLeadSomewhere()
    {
        // Arrange
        var pending = new Queue<string>(["/"]);
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        var fragments = new List<(string From, string Path, string Id)>();

        // Act
        while (pending.TryDequeue(out var path))
        {
            if (pages.ContainsKey(path))
            {
                continue;
            }

            using var response = await visitor.OpenAsync(path, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)response.StatusCode}.");
            var page = pages[path] = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);
            foreach (var href in page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(IsOurs))
            {
                var parts = href.Split('#', 2);
                var target = parts[0].Length == 0 ? path : parts[0];
                pending.Enqueue(target);
                if (parts.Length == 2)
                {
                    fragments.Add((path, target, parts[1]));
                }
            }
        }

        // Assert
        Assert.True(pages.Count > 40);
        Assert.All(fragments, link => Assert.True(pages[link.Path].GetElementById(link.Id) is not null, $"{link.From} leads to {link.Path}#{link.Id}, which is not there."));
    }

    [Theory]
    [InlineData("/advice/no-such-article")]
    [InlineData("/advice/..%2f..%2fetc")]
    [InlineData("/find-help?authority=E99")]
    [InlineData("/find-help?nation=atlantis")]
    [InlineData("/deadlines?id=nothing")]
    [InlineData("/deadlines/nothing")]
    public async Task Get_UnknownThing_Is404WithAPage(string path)
    {
        // Act
        using var response = await visitor.OpenAsync(path, TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Page not found", page.QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task Privacy_OfPlaces_ShowsTheAttributionThatContentAsksFor()
    {
        // Arrange
        var content = Path.Combine(RepositoryRoot(), "content", "locations", "ATTRIBUTION.md");
        var asked = (await File.ReadAllTextAsync(content, TestContext.Current.CancellationToken)).Trim();

        // Act
        var page = await visitor.ReadAsync("/privacy", TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(asked, page.GetElementById("attribution")?.TextContent.Trim());
    }

    /// <summary>The question journey and the sign-in have tests of their own.</summary>
    private static bool IsOurs(string href) =>
        href.StartsWith('#') || (href.StartsWith('/') && !href.StartsWith("/ask", StringComparison.Ordinal) && !href.StartsWith("/sign-in", StringComparison.Ordinal));

    private static void AssertSound(IHtmlDocument page)
    {
        Assert.All(page.QuerySelectorAll("a"), link => Assert.True(link.TextContent.Trim().Length > 0 && link.GetAttribute("href") is { Length: > 0 }, link.OuterHtml));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
        var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}."));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Helpline.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
