using Microsoft.AspNetCore.Authorization;

namespace Helpline.Web.Hosting;

/// <summary>The pieces of the web host that every page and endpoint shares, in the order in which they must run.</summary>
public static class HelplineHosting
{
    public static WebApplicationBuilder AddHelplineHosting(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        // These log whole addresses, and the address of a search holds what somebody asked.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning);
        builder.Services
            .AddProxies(builder.Configuration)
            .AddSecurityHeaders()
            .AddAntiforgeryAndCookies(builder.Environment)
            .AddRateLimits()
            .AddErrorPages()
            .AddStaticAssets()
            .AddRouting(options => options.LowercaseUrls = true)
            .AddOpenApi()
            .AddSingleton<HelplinePhone>()
            .AddSingleton<SiteAddress>();
        // Default deny: what nobody opened is closed.
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddHelplinePolicies();
        builder.Services.AddRazorPages(options =>
        {
            options.Conventions.AllowAnonymousToFolder("/Public");
            options.Conventions.AllowAnonymousToFolder("/Dev");
            ContentCache.AddTo(options.Conventions);
            options.Conventions.AuthorizeFolder("/Console", Policies.Console);
            // Policies of folders add up, so the editors' folder within the managers' is told apart here.
            options.Conventions.AddFolderApplicationModelConvention("/Manage", page => page.EndpointMetadata.Add(new AuthorizeAttribute(
                page.ViewEnginePath.StartsWith("/Manage/Knowledge/", StringComparison.OrdinalIgnoreCase) ? Policies.Knowledge
                : page.ViewEnginePath.Equals("/Manage/Spoken", StringComparison.OrdinalIgnoreCase) ? Policies.Administer
                : Policies.Manage)));
        });
        return builder;
    }

    public static WebApplication UseHelplineHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseStaticAssets();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapHelplinePages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapOpenApi().AllowAnonymous().RequireRateLimiting(RateLimits.Api);
        // Without this an unknown address would fall under the default deny and ask a parent to sign in.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
        return app;
    }
}
