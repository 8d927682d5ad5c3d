using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Web.Pages.Public;

/// <summary>The articles families may read that are chiefly about one group of topics.</summary>
public sealed record AdviceList(TopicGroup Group, IReadOnlyList<Article> Articles)
{
    /// <summary>Every group with an article, in the order of the taxonomy; inside, in the order of its topics.</summary>
    public static IReadOnlyList<AdviceList> From(KnowledgeSnapshot knowledge)
    {
        var byTopic = knowledge.Articles.Where(article => article.IsPublic).ToLookup(article => article.Topics[0], StringComparer.Ordinal);
        return
        [
            .. knowledge.TopicGroups
                .Select(group => new AdviceList(group, [.. knowledge.TopicsIn(group.Id).SelectMany(topic => byTopic[topic.Id])]))
                .Where(section => section.Articles.Count > 0),
        ];
    }
}
