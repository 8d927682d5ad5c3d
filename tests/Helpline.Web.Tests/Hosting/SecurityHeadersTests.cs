using System.Text.RegularExpressions;
using Helpline.Testing;

namespace Helpline.Web.Tests.Hosting;

public sealed partial class SecurityHeadersTests : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor;

    public SecurityHeadersTests(HelplineFactory factory) => visitor = factory.Visitor();

    [Fact]
    public async Task Policy_OnEveryRequest_AllowsOnlyOurOwnAndThisNonce()
    {
        // Act
        var policy = Policy(await visitor.GetAsync(new Uri("/contact", UriKind.Relative), TestContext.Current.CancellationToken));

        // Assert
        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal("'none'", policy["frame-ancestors"]);
        Assert.Equal("'none'", policy["base-uri"]);
        Assert.Equal("'self'", policy["form-action"]);
        Assert.Equal("'self' wss://localhost", policy["connect-src"]);
        Assert.Matches(OneNonce(), policy["script-src"]);
        Assert.DoesNotContain("unsafe", string.Join(' ', policy.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonce_OnTwoRequests_Differs()
    {
        // Act
        var first = Policy(await visitor.GetAsync(new Uri("/contact", UriKind.Relative), TestContext.Current.CancellationToken));
        var second = Policy(await visitor.GetAsync(new Uri("/contact", UriKind.Relative), TestContext.Current.CancellationToken));

        // Assert
        Assert.NotEqual(first["script-src"], second["script-src"]);
    }

    [Theory]
    [InlineData("/contact")]
    [InlineData("/no-such-page")]
    [InlineData("/dist/site.css")]
    [InlineData("/openapi/v1.json")]
    public async Task Headers_OnAnyResponse_KeepAddressesAndTypesSafe(string path)
    {
        // Act
        using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("microphone=(self)", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Scripts_OnAPage_AllCarryTheNonceOfItsPolicy()
    {
        // Arrange
        using var response = await visitor.GetAsync(new Uri("/contact", UriKind.Relative), TestContext.Current.CancellationToken);
        var nonce = OneNonce().Match(Policy(response)["script-src"]).Groups[1].Value;

        // Act
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.NotEmpty(page.Scripts);
        Assert.All(page.Scripts, script => Assert.Equal(nonce, script.GetAttribute("nonce")));
        Assert.Empty(page.QuerySelectorAll("[style], [onclick], [onload], [onsubmit]"));
    }

    [Fact]
    public async Task SentHost_WithOddLetters_StaysOutOfThePolicy()
    {
        // Arrange
        using var request = new HttpRequestMessage(HttpMethod.Get, "/contact");
        request.Headers.TryAddWithoutValidation("Host", "a;script-src *");

        // Act
        using var response = await visitor.SendAsync(request, TestContext.Current.CancellationToken);

        // Assert
        Assert.DoesNotContain("*", string.Join(' ', response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Policy(HttpResponseMessage response) =>
        response.Headers.GetValues("Content-Security-Policy").Single().Split(';', StringSplitOptions.TrimEntries)
            .Select(directive => directive.Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    [GeneratedRegex("^'self' 'nonce-([A-Za-z0-9+/=]{24})'$")]
    private static partial Regex OneNonce();
}
