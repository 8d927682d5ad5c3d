using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class TopicModel(AskJourneys journeys, IKnowledgeBase knowledge, ITopicSuggester suggester) : AskPage(journeys)
{
    private const string NotSure = "not-sure";
    private const string OfGroup = "group:";
    private const int MostTopics = 5;
    private const int MostArticles = 4;

    [BindProperty]
    public string? Topic { get; set; }

    public IReadOnlyList<Article> Articles { get; private set; } = [];

    public IReadOnlyList<FieldOption> Options { get; private set; } = [];

    public string Hint { get; private set; } = "";

    public void OnGet()
    {
        Look();
        Topic = State.TopicId ?? (State.TopicGroupId is null ? null : OfGroup + State.TopicGroupId);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Look();
        var (topic, group) = (default(string), default(string));
        var known = knowledge.Current;
        if (Topic is not (null or "" or NotSure))
        {
            topic = known.Topics.Find(Topic)?.Id;
            group = topic is null && Topic.StartsWith(OfGroup, StringComparison.Ordinal)
                ? known.TopicGroups.Find(Topic[OfGroup.Length..])?.Id
                : known.Topics.Find(topic)?.Group;
            if (group is null)
            {
                return Again(nameof(Topic), "Choose what it is about from the list, or “I am not sure”");
            }
        }

        return await GoOnAsync(State with { TopicId = topic, TopicGroupId = group }, DateModel.NextAfterTopic(known, topic));
    }

    private void Look()
    {
        var suggestions = suggester.Suggest(State.Question ?? "", MostTopics);
        Articles = [.. suggestions.SelectMany(s => s.Articles.Take(2)).DistinctBy(a => a.Slug).Take(MostArticles)];
        var known = knowledge.Current;
        var chosen = known.Topics.Find(State.TopicId);
        IEnumerable<FieldOption> found = suggestions.Select(s => new FieldOption(s.Topic.Id, s.Topic.Label));
        if (suggestions.Count == 0)
        {
            found = known.TopicGroups.Select(g => new FieldOption(OfGroup + g.Id, g.Label));
        }
        else if (chosen is not null && suggestions.All(s => s.Topic.Id != chosen.Id))
        {
            found = found.Prepend(new FieldOption(chosen.Id, chosen.Label));
        }

        Options = [.. found, new FieldOption(NotSure, suggestions.Count == 0 ? "I am not sure" : "Something else, or I am not sure")];
        Hint = suggestions.Count == 0
            ? "This helps the right adviser to answer. You can continue without choosing."
            : "We picked these from your words. You can continue without choosing.";
    }
}
