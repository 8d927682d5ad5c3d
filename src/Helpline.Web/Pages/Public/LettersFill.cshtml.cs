using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Letters;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public;

/// <summary>One letter. What is typed comes back in the page and is kept nowhere.</summary>
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class LettersFillModel(IKnowledgeBase knowledge, LetterFiller filler, TimeProvider clock) : PageModel
{
    public LetterTemplate Letter { get; private set; } = null!;

    /// <summary>The letter with what was typed; null until something was sent.</summary>
    public FilledLetter? Filled { get; private set; }

    public bool IsDueForReview => clock.LondonToday() >= Letter.ReviewBy;

    private Dictionary<string, string?> Typed { get; set; } = [];

    public string? ValueOf(LetterField field) => Typed.GetValueOrDefault(field.Id);

    public string? HintOf(LetterField field) => field.Hint;

    public string? DescribedBy(LetterField field) => HintOf(field) is null ? null : $"field-{field.Id}-hint";

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    public IActionResult OnPost(string id, [FromForm(Name = "Values")] Dictionary<string, string?>? values)
    {
        Response.Headers.CacheControl = "no-store";
        if (!Find(id))
        {
            return NotFound();
        }

        Typed = values ?? [];
        Filled = filler.Fill(Letter, Typed);
        return Page();
    }

    private bool Find(string id)
    {
        if (knowledge.Current.Letters.Find(id) is not { } letter)
        {
            return false;
        }

        Letter = letter;
        return true;
    }
}
