using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

public sealed class ArticleModel(IKnowledgeBase knowledge, TimeProvider clock) : PageModel
{
    public Article Article { get; private set; } = null!;

    public TopicGroup Group { get; private set; } = null!;

    public IReadOnlyList<Provision> Provisions { get; private set; } = [];

    public IReadOnlyList<Deadline> Deadlines { get; private set; } = [];

    public IReadOnlyList<Article> Related { get; private set; } = [];

    /// <summary>The headings worth jumping to.</summary>
    public IReadOnlyList<ArticleHeading> Contents => [.. Article.ParentHeadings.Where(heading => heading.Level == 2)];

    public bool IsDueForReview => Article.IsDueForReview(clock.LondonToday());

    public IActionResult OnGet(string slug)
    {
        var known = knowledge.Current;
        if (known.Articles.Find(slug) is not { IsPublic: true } article)
        {
            return NotFound();
        }

        Article = article;
        Group = known.TopicGroups.Find(known.Topics.Find(article.Topics[0])!.Group)!;
        Provisions = [.. article.Provisions.Select(known.Provisions.Find).OfType<Provision>()];
        Deadlines = [.. article.Deadlines.Select(known.Deadlines.Find).OfType<Deadline>()];
        Related = [.. article.Related.Select(known.Articles.Find).OfType<Article>().Where(related => related.IsPublic)];
        return Page();
    }
}
