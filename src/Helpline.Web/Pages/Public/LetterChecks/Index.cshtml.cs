using Helpline.Knowledge;
using Helpline.Knowledge.LetterChecks;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public.LetterChecks;

/// <summary>Which letter is it?</summary>
public sealed class IndexModel(IKnowledgeBase knowledge) : PageModel
{
    public IEnumerable<LetterKind> Kinds { get; } = knowledge.Current.LetterKinds;
}
