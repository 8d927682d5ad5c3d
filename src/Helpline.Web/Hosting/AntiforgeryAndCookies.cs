using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Hosting;

/// <summary>
/// Cookies that other hosts of the domain can neither read nor plant (the __Host- prefix), sent over https only.
/// In Development, where the site runs over plain http on localhost, they lose the prefix and follow the request.
/// </summary>
public static class AntiforgeryAndCookies
{
    /// <summary>The header in which htmx and our scripts send the antiforgery token.</summary>
    public const string TokenHeader = "X-Helpline-Antiforgery";

    public static IServiceCollection AddAntiforgeryAndCookies(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAntiforgery(options =>
        {
            options.HeaderName = TokenHeader;
            options.FormFieldName = "_token";
            Secure(options.Cookie, "antiforgery", environment);
        });
        services.Configure<CookieTempDataProviderOptions>(options => Secure(options.Cookie, "flash", environment));
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(new SignInCookies(environment));
        return services;
    }

    private static void Secure(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        var development = environment.IsDevelopment();
        cookie.Name = development ? $"helpline-{name}" : $"__Host-helpline-{name}";
        cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.IsEssential = true;
        cookie.Path = "/";
        cookie.Domain = null;
    }

    /// <summary>Every cookie scheme, whoever adds it, gets the same treatment.</summary>
    private sealed class SignInCookies(IHostEnvironment environment) : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options)
        {
            var scheme = string.IsNullOrEmpty(name) ? "cookie" : name.Replace("Identity.", "", StringComparison.Ordinal);
            Secure(options.Cookie, $"sign-in-{scheme.ToLowerInvariant()}", environment);
        }
    }
}
