using Helpline.Knowledge;
using Helpline.Knowledge.Updates;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public.Updates;

/// <summary>News of the law, newest first.</summary>
public sealed class IndexModel(IKnowledgeBase knowledge) : PageModel
{
    public IReadOnlyList<LegalUpdate> Updates { get; } = knowledge.Current.Updates;
}
