using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Guides;
using Helpline.Knowledge.Taxonomy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public.Guides;

/// <summary>One guide, all its steps open: nothing has to be unfolded.</summary>
public sealed class GuideModel(IKnowledgeBase knowledge, TimeProvider clock) : PageModel
{
    private readonly KnowledgeSnapshot known = knowledge.Current;

    public Guide Guide { get; private set; } = null!;

    public bool IsDueForReview => Guide.IsDueForReview(clock.LondonToday());

    public IEnumerable<Guide> Others => known.Guides.Where(g => g.Slug != Guide.Slug);

    public IEnumerable<Provision> Provisions => Guide.Provisions.Select(known.Provisions.Find).OfType<Provision>();

    public IActionResult OnGet(string slug)
    {
        if (known.Guides.Find(slug) is not { } guide)
        {
            return NotFound();
        }

        Guide = guide;
        return Page();
    }

    public IEnumerable<Deadline> Deadlines(GuideStep step) => step.Deadlines.Select(known.Deadlines.Find).OfType<Deadline>();

    /// <summary>What to read and send in a step.</summary>
    public IReadOnlyList<(string Kind, string Text, string Href)> Links(GuideStep step) =>
    [
        .. step.Letters.Select(known.Letters.Find).Select(letter => ("Letter", letter!.Title, $"/letters/{letter.Id}")),
        .. step.Guides.Select(known.Guides.Find).Select(guide => ("Guide", guide!.Title, $"/guides/{guide.Slug}")),
        .. step.Articles.Select(known.Articles.Find).Where(article => article!.IsPublic).Select(article => ("Advice", article!.Title, $"/advice/{article.Slug}")),
    ];
}
