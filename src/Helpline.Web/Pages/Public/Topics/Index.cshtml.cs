using Helpline.Knowledge;
using Helpline.Knowledge.Taxonomy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public.Topics;

/// <summary>Every topic, group by group.</summary>
public sealed class IndexModel(IKnowledgeBase knowledge) : PageModel
{
    private readonly KnowledgeSnapshot known = knowledge.Current;

    public IEnumerable<TopicGroup> Groups => known.TopicGroups;

    public IReadOnlyList<Topic> In(TopicGroup group) => known.TopicsIn(group.Id);
}
