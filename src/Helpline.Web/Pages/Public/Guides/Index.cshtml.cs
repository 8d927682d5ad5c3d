using Helpline.Knowledge;
using Helpline.Knowledge.Guides;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public.Guides;

/// <summary>Every guide.</summary>
public sealed class IndexModel(IKnowledgeBase knowledge) : PageModel
{
    public IEnumerable<Guide> Guides { get; } = knowledge.Current.Guides;
}
