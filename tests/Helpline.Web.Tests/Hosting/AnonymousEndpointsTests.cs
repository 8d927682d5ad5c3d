using Helpline.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Hosting;

/// <summary>Every address that opens without signing in. A new one has to be written down here, and so thought about.</summary>
public sealed class AnonymousEndpointsTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private static readonly string[] Anonymous =
    [
        "/", "/accessibility", "/advice", "/advice/{slug}", "/contact", "/deadlines", "/deadlines/{id}", "/deadlines/{id}.ics", "/deadlines/clock", "/find-help", "/privacy", "/search",
        "/guides", "/guides/{slug}", "/helpful", "/letters", "/letters/{id}", "/letter-check", "/letter-check/{kind}", "/topics", "/topics/{id}", "/updates", "/updates/{id}",
        "/updates/feed", "/sitemap.xml", "/robots.txt",
        "/ask", "/ask/adjustments", "/ask/age", "/ask/check", "/ask/council", "/ask/date", "/ask/done", "/ask/email", "/ask/expired", "/ask/name",
        "/ask/outside", "/ask/place", "/ask/question", "/ask/reply", "/ask/suggestions", "/ask/topic",
        "/book", "/book/check", "/book/done", "/book/expired", "/book/number", "/book/place", "/book/questions", "/book/time", "/book/topic", "/bookings/{secret}",
        "/enquiries", "/enquiries/{reference}", "/feedback/{token}", "/error/{code:int}",
        "/sign-in", "/sign-in/not-allowed", "/dev/mailbox", "/simulator",
        "/api/v1/advice/search", "/api/v1/advice/{slug}", "/api/v1/topics", "/api/v1/deadlines", "/api/v1/deadlines/{id}", "/api/v1/locations",
        "/openapi/{documentName}.json", "/health/live", "/health/ready", "/version", "/{*path}",
    ];

    [Fact]
    public async Task Endpoints_OpenToAnyone_AreTheOnesWrittenDown()
    {
        using var visitor = factory.Visitor();
        await visitor.GetAsync("/health/live", TestContext.Current.CancellationToken);

        var found = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            // Signed by the telephone service (its own filter and tests), or the pretend service, which Production refuses.
            .Where(a => !a.StartsWith("/twilio/", StringComparison.Ordinal) && !a.StartsWith("/simulator/", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(Anonymous.Order(StringComparer.Ordinal), found);
    }

    /// <summary>What is open below <c>/twilio</c> without a signature: sounds that every caller hears. The rest of it is behind the group's filter.</summary>
    [Fact]
    public async Task Endpoints_OfTheTelephoneServiceByGet_AreTheSoundsAlone()
    {
        using var visitor = factory.Visitor();
        await visitor.GetAsync("/health/live", TestContext.Current.CancellationToken);

        var found = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(a => a.StartsWith("/twilio/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(["/twilio/media/hold.wav", "/twilio/media/spoken/{recording:guid}"], found);
    }

    [Theory]
    [InlineData("/manage/spoken")]
    [InlineData("/console")]
    [InlineData("/console/search")]
    [InlineData("/console/offer")]
    [InlineData("/console/clock")]
    [InlineData("/manage")]
    [InlineData("/manage/trends")]
    [InlineData("/sign-out")]
    public async Task StaffPages_NotSignedIn_AskForSignIn(string address)
    {
        using var visitor = factory.Visitor();

        var response = await visitor.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("https://localhost/sign-in", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hub_NotSignedIn_IsRefused()
    {
        using var visitor = factory.Visitor();

        var response = await visitor.PostAsync("/hubs/console/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);

        Assert.NotEqual(System.Net.HttpStatusCode.OK, response.StatusCode);
    }
}
