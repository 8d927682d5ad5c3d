using Helpline.Knowledge;
using Helpline.Knowledge.Taxonomy;
using Helpline.Knowledge.Updates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public.Updates;

/// <summary>One piece of news.</summary>
public sealed class UpdateModel(IKnowledgeBase knowledge) : PageModel
{
    public LegalUpdate Update { get; private set; } = null!;

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        var known = knowledge.Current;
        if (known.Updates.Find(id) is not { } update)
        {
            return NotFound();
        }

        Update = update;
        Topics = [.. update.Topics.Select(known.Topics.Find).OfType<Topic>()];
        return Page();
    }
}
