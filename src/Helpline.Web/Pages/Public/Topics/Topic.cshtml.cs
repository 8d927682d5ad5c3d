using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Guides;
using Helpline.Knowledge.LetterChecks;
using Helpline.Knowledge.Letters;
using Helpline.Knowledge.Taxonomy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public.Topics;

/// <summary>One topic, or one group of them: what we have on it.</summary>
public sealed class TopicModel(IKnowledgeBase knowledge) : PageModel
{
    private const int MostWords = 6;
    private const string EveryParent = "ipsea";

    private readonly KnowledgeSnapshot known = knowledge.Current;

    /// <summary>Null on the page of a group.</summary>
    public Topic? Topic { get; private set; }

    public TopicGroup Group { get; private set; } = null!;

    public string Title => Topic?.Label ?? Group.Label;

    public string Description => Topic is null
        ? $"{Group.Label}: topics, advice, time limits and letters for families of children with special educational needs in England."
        : $"{Topic.Label}: what the law in England says, what to do, time limits, letters and who can help.";

    public IEnumerable<(string Text, string Href)> Crumbs =>
        Topic is null ? [("Topics", "/topics")] : [("Topics", "/topics"), (Group.Label, $"/topics/{Group.Id}")];

    /// <summary>The topic, or all topics of the group.</summary>
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public IReadOnlyList<Article> Articles => [.. Topics.SelectMany(On).Distinct()];

    /// <summary>What families call it. Words of letters alone, so that no misspelling kept for search is shown.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    public IReadOnlyList<Deadline> Deadlines =>
        [.. Topics.SelectMany(t => t.Deadlines.Concat(known.Deadlines.Where(d => d.Topic == t.Id).Select(d => d.Id))).Distinct(StringComparer.Ordinal).Select(known.Deadlines.Find).OfType<Deadline>()];

    public IReadOnlyList<LetterTemplate> Letters => known.LettersOn(Ids);

    public IReadOnlyList<Guide> Guides => known.GuidesOn(Ids);

    public IReadOnlyList<LetterKind> Kinds => [.. known.LetterKinds.Where(kind => kind.Topics.Any(Ids.Contains))];

    public IReadOnlyList<Topic> Siblings => Topic is null ? [] : [.. known.TopicsIn(Group.Id).Where(t => t.Id != Topic.Id)];

    /// <summary>Organisations the articles on it send people to, and the one that every parent may ask.</summary>
    public IReadOnlyList<ReferralDestination> Organisations =>
        [.. known.ReferralDestinations.Where(place => place.Url is { } url && (place.Id == EveryParent || Articles.Any(a => a.ParentHtml.Contains($"href=\"{url.AbsoluteUri}\"", StringComparison.Ordinal))))];

    private IReadOnlyList<string> Ids => [.. Topics.Select(t => t.Id)];

    public IActionResult OnGet(string id)
    {
        Topic = known.Topics.Find(id);
        if (known.TopicGroups.Find(Topic?.Group ?? id) is not { } group)
        {
            return NotFound();
        }

        Group = group;
        Topics = Topic is null ? known.TopicsIn(group.Id) : [Topic];
        Words = Topic is null ? [] : [.. Topic.Synonyms.Where(word => !Topic.Label.Contains(word, StringComparison.OrdinalIgnoreCase) && Spelt(word)).Take(MostWords)];
        return Page();
    }

    public IReadOnlyList<Article> On(Topic topic) => [.. known.ArticlesOn(topic.Id).Where(article => article.IsPublic)];

    /// <summary>Every word of it stands in an article too; misspellings do not.</summary>
    private bool Spelt(string words) =>
        words.Split(' ').All(word => known.Articles.Any(a => a.ParentHtml.Contains(word, StringComparison.OrdinalIgnoreCase) || a.Title.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
