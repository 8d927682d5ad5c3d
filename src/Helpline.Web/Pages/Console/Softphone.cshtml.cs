using Helpline.Telephony.Tokens;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Gives an adviser's browser what it registers with as their telephone. There is nothing to look at.</summary>
public sealed class SoftphoneModel(ISoftphones softphones) : PageModel
{
    public IActionResult OnGet() => NotFound();

    /// <summary>The adviser who is signed in, and nobody else, is who the pass is for.</summary>
    public IActionResult OnPostPass()
    {
        if (User.AdviserId() is not { } adviser)
        {
            return Forbid();
        }

        Response.Headers.CacheControl = "no-store";
        return new JsonResult(softphones.Issue(adviser));
    }
}
