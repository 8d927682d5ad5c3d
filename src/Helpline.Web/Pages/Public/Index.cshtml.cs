using Helpline.Core.Hours;
using Helpline.Knowledge;
using Helpline.Knowledge.Taxonomy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

public sealed class IndexModel(IKnowledgeBase knowledge, OpeningHours hours, TimeProvider clock) : PageModel
{
    /// <summary>The groups that have something to read.</summary>
    public IReadOnlyList<TopicGroup> Groups { get; private set; } = [];

    public PhoneHours Hours { get; } = PhoneHours.At(hours, clock);

    public void OnGet() => Groups = [.. AdviceList.From(knowledge.Current).Select(section => section.Group)];
}
