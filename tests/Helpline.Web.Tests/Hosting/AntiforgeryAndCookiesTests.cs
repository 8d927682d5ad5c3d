using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Tests.Hosting;

public sealed class AntiforgeryAndCookiesTests
{
    [Fact]
    public void Cookies_InProduction_BelongToThisHostAndHttpsOnly()
    {
        // Act
        using var services = Services(Environments.Production);
        CookieBuilder[] cookies =
        [
            services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie,
            services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Identity.Application").Cookie,
        ];

        // Assert
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-helpline-", cookie.Name, StringComparison.Ordinal);
            Assert.Equal(CookieSecurePolicy.Always, cookie.SecurePolicy);
            Assert.True(cookie.HttpOnly);
            Assert.Equal("/", cookie.Path);
            Assert.Null(cookie.Domain);
        });
        Assert.Equal(cookies.Length, cookies.Select(cookie => cookie.Name).Distinct().Count());
    }

    [Fact]
    public void Cookies_InDevelopment_AlsoWorkOverPlainHttp()
    {
        // Act
        using var services = Services(Environments.Development);
        var cookie = services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;

        // Assert
        Assert.Equal("helpline-antiforgery", cookie.Name);
        Assert.Equal(CookieSecurePolicy.SameAsRequest, cookie.SecurePolicy);
    }

    private static ServiceProvider Services(string environment) => new ServiceCollection()
        .AddAntiforgeryAndCookies(new HostingEnvironment { EnvironmentName = environment })
        .BuildServiceProvider();
}
