using System.Net;
using Helpline.Testing;
using Helpline.Web.Hosting;

namespace Helpline.Web.Tests.Hosting;

public sealed class RateLimitsTests
{
    [Fact]
    public async Task Api_PastItsLimit_Answers429WithAWaitAndProblemDetails()
    {
        // Arrange
        await using var factory = new HelplineFactory().With("RateLimits:Api:Permits", "2").With("RateLimits:Api:WindowSeconds", "3600");
        using var visitor = factory.Visitor();
        var path = new Uri("/openapi/v1.json", UriKind.Relative);

        // Act
        using var first = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        using var second = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        using var third = await visitor.GetAsync(path, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [first.StatusCode, second.StatusCode, third.StatusCode]);
        Assert.InRange(third.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Equal("application/problem+json", third.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Start_WithALimitOfNothing_IsRefused()
    {
        // Arrange
        await using var factory = new HelplineFactory().With("RateLimits:PublicForms:Permits", "0");

        // Act
        var start = Record.Exception(() => factory.CreateClient());

        // Assert
        Assert.Contains("RateLimits", start?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Visitor_OfTwoAddresses_IsOneHousehold(string one, string other, bool same)
    {
        // Act
        var equal = RateLimits.Visitor(IPAddress.Parse(one)) == RateLimits.Visitor(IPAddress.Parse(other));

        // Assert
        Assert.Equal(same, equal);
    }
}
