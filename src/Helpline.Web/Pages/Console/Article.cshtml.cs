using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Notices;
using Helpline.Web.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>An article as advisers see it: with the part for them, tags on what is not settled, and its state.</summary>
public sealed class ArticleModel(IKnowledgeBase knowledge, Standings standings) : PageModel
{
    public Article Article { get; private set; } = null!;

    public Standing Standing { get; private set; } = Standing.Good;

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public IReadOnlyList<Deadline> Deadlines { get; private set; } = [];

    public IActionResult OnGet(string slug)
    {
        var known = knowledge.Current;
        if (known.Articles.Find(slug) is not { } article)
        {
            return NotFound();
        }

        Article = article;
        Standing = standings.Of(slug);
        Notices = known.NoticesOn(article.Topics);
        Deadlines = [.. article.Deadlines.Select(known.Deadlines.Find).OfType<Deadline>()];
        return Page();
    }
}
