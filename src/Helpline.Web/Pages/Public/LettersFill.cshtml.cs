using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Letters;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public;

/// <summary>One letter. What is typed comes back in the page and is kept nowhere.</summary>
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class LettersFillModel(IKnowledgeBase knowledge, LetterFiller filler, TimeProvider clock) : PageModel
{
    public LetterView View { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        if (knowledge.Current.Letters.Find(id) is not { } letter)
        {
            return NotFound();
        }

        View = new LetterView(letter, new Dictionary<string, string?>(), null, clock.LondonToday());
        return Page();
    }

    public IActionResult OnPost(string id, [FromForm(Name = "Values")] Dictionary<string, string?>? values)
    {
        Response.Headers.CacheControl = "no-store";
        if (knowledge.Current.Letters.Find(id) is not { } letter)
        {
            return NotFound();
        }

        View = new LetterView(letter, values ?? [], filler.Fill(letter, values ?? []), clock.LondonToday());
        return Page();
    }
}
