using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

/// <summary>Shown in place of a page that could not be. Needs no database, so it stands when that does not.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    [FromRoute]
    public int Code { get; init; }

    public string Heading => Code switch
    {
        401 or 403 => "You cannot open this page",
        404 => "Page not found",
        429 => "You have tried too many times",
        >= 400 and < 500 => "We could not read that request",
        _ => "Sorry, there is a problem",
    };

    /// <summary>Asked for by its own address it is not a success either.</summary>
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = Code is >= 400 and < 600 ? Code : StatusCodes.Status404NotFound;
        }
    }
}
