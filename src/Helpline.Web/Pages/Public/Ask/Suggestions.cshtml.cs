using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public.Ask;

/// <summary>Articles that may answer a question while it is being written. The question is looked at and not kept.</summary>
[EnableRateLimiting(RateLimits.Api)]
public sealed class SuggestionsModel(IKnowledgeSearch search) : PageModel
{
    private const int Shown = 3;

    public SearchResults? Found { get; private set; }

    public IActionResult OnGet() => RedirectToPage("/Public/Ask/Start");

    public void OnPost([FromForm] string? question)
    {
        Response.Headers.CacheControl = "no-store";
        if (!string.IsNullOrWhiteSpace(question))
        {
            Found = search.Search(new SearchRequest { Query = question, Audience = Audience.Parent, Top = Shown, Typing = true });
        }
    }
}
