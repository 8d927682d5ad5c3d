using Helpline.Core.Backlog;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public;

/// <summary>"Was this page helpful?" The form stands here and not on each page, so that pages of content set no cookie and can be kept by a browser.</summary>
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class HelpfulModel(IKnowledgeBase knowledge, ArticleHelpfulness helpfulness) : PageModel
{
    public static readonly IReadOnlyList<FieldOption> Answers = [new("yes", "Yes"), new("no", "No")];

    public static readonly IReadOnlyList<FieldOption> Reasons =
        [.. Enum.GetValues<NotHelpfulReason>().Where(r => r != NotHelpfulReason.NotSaid).Select(r => new FieldOption(r.ToString(), HelpfulWords.Of(r)))];

    public HelpfulPage About { get; private set; } = null!;

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public bool Thanks { get; private set; }

    public IActionResult OnGet([FromQuery(Name = "page")] string? page, [FromQuery(Name = "answer")] string? answer, [FromQuery(Name = "said")] string? said)
    {
        if (HelpfulPage.At(page, knowledge.Current) is not { } about)
        {
            return NotFound();
        }

        About = about;
        Answer = Answers.Any(a => a.Value == answer) ? answer : null;
        Thanks = said is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "page")] string? page)
    {
        if (HelpfulPage.At(page, knowledge.Current) is not { } about)
        {
            return NotFound();
        }

        About = about;
        if (!Answers.Any(a => a.Value == Answer))
        {
            ModelState.AddModelError(nameof(Answer), "Choose yes or no");
        }

        var why = NotHelpfulReason.NotSaid;
        if (Why is { Length: > 0 } && !(Reasons.Any(r => r.Value == Why) && Enum.TryParse(Why, out why)))
        {
            ModelState.AddModelError(nameof(Why), "Choose one of the reasons, or none");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await helpfulness.CountAsync(about.Key, about.Version, Answer == "yes", why, HttpContext.RequestAborted);
        return Redirect($"/helpful?page={Uri.EscapeDataString(about.Path)}&said=yes");
    }
}
