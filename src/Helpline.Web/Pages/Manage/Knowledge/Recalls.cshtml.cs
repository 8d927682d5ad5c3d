using Helpline.Core.Recall;
using Helpline.Knowledge;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Every re-contact list and how far it is.</summary>
public sealed class RecallsModel(RecallQueries recalls, IKnowledgeBase knowledge) : PageModel
{
    public IReadOnlyList<RecallProgress> Lists { get; private set; } = [];

    public string TitleOf(string slug) => knowledge.Current.Articles.Find(slug)?.Title ?? slug;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lists = await recalls.ListsAsync(cancellationToken);
}
