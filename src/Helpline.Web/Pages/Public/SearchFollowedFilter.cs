using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

/// <summary>Notices that an article was opened from a list of results, by what the link says.</summary>
internal sealed class SearchFollowedFilter(SearchSignals signals) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Nothing is known yet.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // It counts when the article is there.
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var query = context.HttpContext.Request.Query;
        if (query["from"] == SearchSignals.From && context.Result is PageResult && context.RouteData.Values["slug"] is string slug)
        {
            signals.Followed(slug, query["for"], query["position"], query["place"]);
        }
    }
}
