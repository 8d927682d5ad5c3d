using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Letters;
using Helpline.Knowledge.Taxonomy;
using Helpline.Web.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

public sealed class ArticleModel(IKnowledgeBase knowledge, SearchWatch watch, EditedContent edited, TimeProvider clock) : PageModel
{
    public Article Article { get; private set; } = null!;

    public TopicGroup Group { get; private set; } = null!;

    public IReadOnlyList<Provision> Provisions { get; private set; } = [];

    public IReadOnlyList<Deadline> Deadlines { get; private set; } = [];

    public IReadOnlyList<LetterTemplate> Letters { get; private set; } = [];

    public IReadOnlyList<Article> Related { get; private set; } = [];

    /// <summary>The headings worth jumping to.</summary>
    public IReadOnlyList<ArticleHeading> Contents => [.. Article.ParentHeadings.Where(heading => heading.Level == 2)];

    /// <summary>Whether an editor found something wrong in it that is not put right yet.</summary>
    public bool IsWrong => edited.MarkOn(ContentPaths.OfArticle(Article.Slug)) is not null;

    public bool IsDueForReview => Article.IsDueForReview(clock.LondonToday());

    public IActionResult OnGet(string slug)
    {
        var known = knowledge.Current;
        if (known.Articles.Find(slug) is not { IsPublic: true } article)
        {
            return NotFound();
        }

        watch.Opened(Request.Query["s"]);
        Article = article;
        Group = known.TopicGroups.Find(known.Topics.Find(article.Topics[0])!.Group)!;
        Provisions = [.. article.Provisions.Select(known.Provisions.Find).OfType<Provision>()];
        Deadlines = [.. article.Deadlines.Select(known.Deadlines.Find).OfType<Deadline>().Where(d => d.Confidence != DeadlineConfidence.ToBeConfirmed)];
        Letters = known.LettersOn([article.Topics[0]]);
        Related = [.. article.Related.Select(known.Articles.Find).OfType<Article>().Where(related => related.IsPublic)];
        return Page();
    }
}
