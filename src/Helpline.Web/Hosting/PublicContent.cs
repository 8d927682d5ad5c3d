using Helpline.Core.Hours;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Knowledge.Api;
using Helpline.Web.Pages.Public;

namespace Helpline.Web.Hosting;

/// <summary>What the public pages and the JSON API read: articles, deadlines, places, opening hours. Needs no database.</summary>
public static class PublicContent
{
    public static WebApplicationBuilder AddPublicContent(this WebApplicationBuilder builder)
    {
        builder.Services.AddKnowledge(builder.Configuration).AddLocations(builder.Configuration).AddOpeningHours(builder.Configuration).AddSearchSignals();
        return builder;
    }

    public static WebApplication MapPublicApi(this WebApplication app)
    {
        app.MapKnowledgeApi().AllowAnonymous().RequireRateLimiting(RateLimits.Api);
        app.MapLocationsApi().AllowAnonymous().RequireRateLimiting(RateLimits.Api);
        return app;
    }
}
