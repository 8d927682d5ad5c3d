using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Search;
using Helpline.Knowledge.Taxonomy;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

/// <summary>All time limits, to be found by what happened, by words, or by topic.</summary>
public sealed class DeadlinesModel(IKnowledgeBase knowledge, ITopicSuggester suggester) : PageModel
{
    private const int LongestQuery = 200;
    private const int MostSuggested = 3;

    private readonly KnowledgeSnapshot known = knowledge.Current;

    /// <summary>The address of one limit in an earlier form of this page.</summary>
    [FromQuery(Name = "id")]
    public string? Id { get; init; }

    [FromQuery(Name = "find")]
    public string? Asked { get; init; }

    public DateEntry Date { get; } = new();

    public string? Event { get; }

    public string Find { get; private set; } = "";

    public IReadOnlyList<string> CountingRules => known.CountingRules;

    public IReadOnlyList<(TopicGroup Group, IReadOnlyList<Deadline> Deadlines)> Sections { get; private set; } = [];

    public int Found => Sections.Sum(s => s.Deadlines.Count);

    public IEnumerable<FieldOption> Events => DeadlineView.EventOptions(known);

    public IActionResult OnGet()
    {
        if (Id is not null)
        {
            return known.Deadlines.Contains(Id)
                ? RedirectPermanent($"/deadlines/{Id}{QueryString.Create(Request.Query.Where(q => q.Key != "id").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v))))}")
                : NotFound();
        }

        Find = string.Join(' ', (Asked ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Find = Find.Length > LongestQuery ? Find[..LongestQuery] : Find;
        var wanted = Find.Length == 0 ? known.Deadlines : Matching(Find);
        var byGroup = wanted.ToLookup(deadline => known.Topics.Find(deadline.Topic)!.Group, StringComparer.Ordinal);
        Sections = [.. known.TopicGroups.Where(group => byGroup.Contains(group.Id)).Select(group => (group, (IReadOnlyList<Deadline>)[.. byGroup[group.Id]]))];
        return Page();
    }

    /// <summary>Limits that hold every word, and those of the topics the words are most likely about.</summary>
    private IEnumerable<Deadline> Matching(string words)
    {
        var topics = suggester.Suggest(words, MostSuggested).Select(s => s.Topic.Id).ToHashSet(StringComparer.Ordinal);
        var each = words.Split(' ');
        return known.Deadlines.Where(d => topics.Contains(d.Topic) || each.All(w => Text(d).Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    private string Text(Deadline deadline) => string.Join(
        ' ',
        [deadline.Title, deadline.Trigger, deadline.WhoMustAct, deadline.Length, deadline.Authority, known.Topics.Find(deadline.Topic)!.Label, .. deadline.EventIds.Select(e => known.ClockEvents.Find(e)?.Label)]);
}
