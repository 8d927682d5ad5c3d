using Microsoft.AspNetCore.ResponseCompression;

namespace Helpline.Web.Hosting;

/// <summary>Styles, scripts and pictures: kept for a year when the address carries their version. Public pages are compressed; personal ones never.</summary>
public static class StaticAssets
{
    public static IServiceCollection AddStaticAssets(this IServiceCollection services) =>
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/manifest+json"];
        });

    public static IApplicationBuilder UseStaticAssets(this WebApplication app)
    {
        // Compressing a page that mixes secrets with the visitor's own words lets an onlooker guess the secrets by size.
        app.UseWhen(context => !SecurityHeaders.IsPersonal(context.Request.Path), branch => branch.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = context =>
            {
                var request = context.Context.Request;
                var versioned = request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/dist/chunks");
                context.Context.Response.Headers.CacheControl = versioned ? "public, max-age=31536000, immutable" : "public, max-age=300";
            },
        });
        return app;
    }
}
