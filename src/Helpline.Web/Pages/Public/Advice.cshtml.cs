using Helpline.Knowledge;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

public sealed class AdviceModel(IKnowledgeBase knowledge) : PageModel
{
    public IReadOnlyList<AdviceList> Sections { get; private set; } = [];

    public void OnGet() => Sections = AdviceList.From(knowledge.Current);
}
