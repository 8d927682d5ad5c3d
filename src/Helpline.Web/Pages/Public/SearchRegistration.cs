using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

/// <summary>Registers what listens to searches.</summary>
public static class SearchRegistration
{
    /// <summary>Adds <see cref="SearchSignals"/> with its counters; further <see cref="ISearchListener"/>s are told the same.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddSearchSignals(this IServiceCollection services)
    {
        services.AddSingleton<SearchSignals>();
        services.AddSingleton<ISearchListener, SearchMetrics>();
        services.AddSingleton<SearchFollowedFilter>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddPageApplicationModelConvention(
            "/Public/Article", model => model.Filters.Add(new ServiceFilterAttribute(typeof(SearchFollowedFilter)))));
        return services;
    }
}
