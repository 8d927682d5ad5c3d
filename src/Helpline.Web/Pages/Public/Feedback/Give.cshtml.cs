using Helpline.Core.Contacts;
using Helpline.Core.Feedback;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public.Feedback;

/// <summary>The survey for whoever has the link we sent after a contact.</summary>
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class GiveModel(FeedbackService feedback) : PageModel
{
    private const int LongestToken = 100;

    [FromRoute(Name = "token")]
    public string Token { get; init; } = "";

    [BindProperty]
    public RatingInput Rating { get; set; } = new();

    public bool Known { get; private set; }

    public bool Thanks { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "said")] string? said)
    {
        if (await FindAsync() is not { } contactId)
        {
            return Unknown();
        }

        Thanks = said is not null;
        Rating = RatingInput.From(await feedback.FindAsync(contactId, HttpContext.RequestAborted));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } contactId)
        {
            return Unknown();
        }

        if (!ModelState.Accept(new RatingValidator().Validate(Rating), nameof(Rating)))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await feedback.GiveAsync(contactId, Rating.ToInput(), HttpContext.RequestAborted);

        // Written out: generated addresses are in lower case, and a token is not.
        return Redirect($"/feedback/{Token}?said=yes");
    }

    private async Task<ContactId?> FindAsync()
    {
        var found = Token.Length > LongestToken ? null : await feedback.FindByTokenAsync(Token, HttpContext.RequestAborted);
        Known = found is not null;
        return found;
    }

    private PageResult Unknown()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
