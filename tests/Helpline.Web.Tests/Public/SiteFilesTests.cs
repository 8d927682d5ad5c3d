using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Helpline.Knowledge;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Public;

/// <summary>Feed, site map, robots, and what every page in the site map must have: a title and description of its own, and little weight.</summary>
public sealed class SiteFilesTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private const int MostBytes = 100_000;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace SiteMap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private readonly HttpClient visitor = factory.Visitor();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private KnowledgeSnapshot Known => factory.Services.GetRequiredService<IKnowledgeBase>().Current;

    [Fact]
    public async Task Feed_OfUpdates_HasWhatAtomAsksForAndFullAddresses()
    {
        using var response = await visitor.OpenAsync("/updates/feed", Stop);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(Known.Updates.Select(u => u.Title), entries.Select(e => e.Element(Atom + "title")!.Value));
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Contains(feed.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "self" && l.Attribute("href")!.Value == "https://localhost/updates/feed");
        Assert.All(entries.Prepend(feed), e =>
        {
            Assert.True(Uri.TryCreate(e.Element(Atom + "id")!.Value, UriKind.Absolute, out _));
            Assert.True(DateTimeOffset.TryParseExact(e.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
        });
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.All(entries, e => Assert.Equal("html", e.Element(Atom + "content")!.Attribute("type")!.Value));
        foreach (var entry in entries)
        {
            using var page = await visitor.OpenAsync(new Uri(entry.Element(Atom + "link")!.Attribute("href")!.Value).PathAndQuery, Stop);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task FullAddresses_WhereOursIsConfigured_BeginWithIt()
    {
        await using var configured = new HelplineFactory().With("Twilio:PublicBaseUrl", "https://helpline.example/");
        using var other = configured.Visitor();

        Assert.Contains("<id>https://helpline.example/updates</id>", await other.GetStringAsync("/updates/feed", Stop), StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://helpline.example/sitemap.xml", await other.GetStringAsync("/robots.txt", Stop), StringComparison.Ordinal);
        Assert.Equal("https://helpline.example/guides/appealing", (await other.ReadAsync("/guides/appealing", Stop)).QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Robots_StaffAndPersonalRooms_AreClosed()
    {
        var text = await visitor.GetStringAsync("/robots.txt", Stop);

        Assert.All(["/console", "/manage", "/enquiries", "/feedback", "/search"], room => Assert.Contains($"Disallow: {room}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_InTheSiteMap_AreThereWithTitleDescriptionAndAddressOfTheirOwnAndWeighLittle()
    {
        var shared = await SizeAsync("/dist/site.css") + await SizeAsync("/dist/site.js") + await SizeAsync("/favicon.svg");
        var map = XDocument.Parse(await visitor.GetStringAsync("/sitemap.xml", Stop));
        var paths = map.Descendants(SiteMap + "loc").Select(l => new Uri(l.Value).PathAndQuery).ToList();
        var (titles, descriptions) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.Equal(paths.Count, paths.Distinct().Count());
        Assert.True(paths.Count > 250, $"{paths.Count}");
        var heaviest = 0;
        foreach (var path in paths)
        {
            using var response = await visitor.OpenAsync(path, Stop);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)response.StatusCode}");
            var page = await HelplineFactory.ReadAsync(response, Stop);
            Assert.Empty(page.QuerySelectorAll("meta[name=robots]"));
            Assert.Equal($"https://localhost{path}", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            Assert.Single(page.QuerySelectorAll("h1"));
            if (!path.StartsWith("/deadlines/", StringComparison.Ordinal))
            {
                var description = page.QuerySelector("meta[name=description]")?.GetAttribute("content") ?? "";
                Assert.True(description.Length >= 20, $"{path} has no description");
                Assert.True(titles.TryAdd(page.Title!, path), $"{path} and {titles.GetValueOrDefault(page.Title!)} have one title");
                Assert.True(descriptions.TryAdd(description, path), $"{path} and {descriptions.GetValueOrDefault(description)} have one description");
            }

            heaviest = Math.Max(heaviest, shared + await SizeAsync(path));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{paths.Count} pages; styles, script and icon {shared} bytes; the heaviest with them {heaviest} bytes");
        Assert.InRange(heaviest, 1, MostBytes);
    }

    [Theory]
    [InlineData("/advice")]
    [InlineData("/advice/refused-an-assessment")]
    [InlineData("/topics/annual-review")]
    [InlineData("/guides/appealing")]
    [InlineData("/updates")]
    [InlineData("/letter-check")]
    public async Task ContentPage_AskedForAgain_IsNotSentAgain(string path)
    {
        using var first = await visitor.OpenAsync(path, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await visitor.SendAsync(again, Stop);
        using var changed = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { new("\"another\"", isWeak: true) } } };
        using var third = await visitor.SendAsync(changed, Stop);

        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task PagesWithForms_AreNeverToldApartByATag()
    {
        using var response = await visitor.OpenAsync("/find-help", Stop);

        Assert.Null(response.Headers.ETag);
    }

    private async Task<int> SizeAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip");
        using var response = await visitor.SendAsync(request, Stop);
        return (await response.Content.ReadAsByteArrayAsync(Stop)).Length;
    }
}
