using Helpline.Knowledge;
using Helpline.Knowledge.Letters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

/// <summary>The letters that parents can fill in.</summary>
public sealed class LettersModel(IKnowledgeBase knowledge) : PageModel
{
    public IReadOnlyList<LetterTemplate> Letters => knowledge.Current.Letters;
}
