using Helpline.Core.Data;
using Helpline.Web.Tests.Ask;
using Helpline.Web.Tests.Staff;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Hosting;

/// <summary>The cookies a parent really gets outside Development, from the first page to their question's own.</summary>
public sealed class SentCookiesTests
{
    [Fact]
    public async Task Cookies_OnTheWayToAQuestionAndBack_AreSecureUnreadableByScriptsAndKeptToThisSite()
    {
        // Arrange
        await using var factory = new StagingFactory();
        using var watch = new Watch();
        using var jar = new CookieContainerHandler();
        using var client = factory.CreateDefaultClient(new Uri("https://localhost"), jar, watch);
        await MigrateAsync(factory);
        var browser = new Browser(client);

        // Act
        await browser.OpenAsync("/ask/question");
        await browser.SendAsync(("Question", "What can I do about transport?"));
        for (var i = 0; i < 8 && browser.Heading != "Check before you send"; i++)
        {
            await browser.SendAsync();
        }

        await browser.SendAsync();
        var (reference, pin) = (browser.Text(".app-reference"), browser.Text(".app-pin"));
        await browser.OpenAsync("/enquiries");
        await browser.SendAsync(("Reference", reference), ("Pin", pin));

        // Assert
        Assert.Contains("What can I do about transport?", browser.Main, StringComparison.Ordinal);
        Assert.Equal(
            ["__Host-helpline-antiforgery", "__Host-helpline-ask", "__Secure-helpline-enquiry"],
            watch.Sent.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(watch.Sent, cookie =>
        {
            var parts = cookie.ToLowerInvariant().Split("; ");
            Assert.Contains("secure", parts);
            Assert.Contains("httponly", parts);
            Assert.Contains("samesite=lax", parts);
            Assert.DoesNotContain(parts, part => part.StartsWith("domain=", StringComparison.Ordinal));
        });
        Assert.Contains(watch.Sent, cookie => cookie.Contains($"path=/enquiries/{reference}", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task MigrateAsync(StagingFactory factory)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().Database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes down every cookie as it was sent.</summary>
    private sealed class Watch : DelegatingHandler
    {
        public List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                Sent.AddRange(cookies);
            }

            return response;
        }
    }
}
