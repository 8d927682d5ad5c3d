using System.Net;
using Helpline.Testing;

namespace Helpline.Web.Tests.Hosting;

public sealed class StaticAssetsTests : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor;

    public StaticAssetsTests(HelplineFactory factory) => visitor = factory.Visitor();

    [Fact]
    public async Task StylesAndScripts_OfAPage_AreThereAndKeptForAYear()
    {
        // Arrange
        var page = await HelplineFactory.ReadAsync(await visitor.GetAsync(new Uri("/contact", UriKind.Relative), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var addresses = page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();

        // Act
        var answers = await Task.WhenAll(addresses.Select(address => visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)));

        // Assert
        Assert.True(addresses.Count >= 2);
        Assert.All(addresses, address => Assert.Contains("?v=", address, StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.All(answers, answer => Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task PublicPage_WithItsStylesAndScripts_IsUnder100KilobytesOverTheWire()
    {
        // Arrange
        string[] parts = ["/contact", "/dist/site.css", "/dist/site.js"];

        // Act
        var total = 0;
        foreach (var part in parts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, part);
            request.Headers.Add("Accept-Encoding", "br");
            using var answer = await visitor.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
            total += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        // Assert
        Assert.InRange(total, 1, 100_000);
    }

    [Fact]
    public async Task Styles_OfTheSite_HoldNoGovernmentFontOrCrown()
    {
        // Act
        var styles = await visitor.GetStringAsync(new Uri("/dist/site.css", UriKind.Relative), TestContext.Current.CancellationToken);

        // Assert
        Assert.DoesNotContain("GDS", styles, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", styles, StringComparison.Ordinal);
        Assert.DoesNotContain("crown", styles, StringComparison.OrdinalIgnoreCase);
    }
}
