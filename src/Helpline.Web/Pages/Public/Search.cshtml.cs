using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search;
using Helpline.Knowledge.Taxonomy;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

public sealed class SearchModel(IKnowledgeBase knowledge, IKnowledgeSearch search, ITopicSuggester suggester, SearchSignals signals) : PageModel
{
    private const int PageSize = 10;
    private const int Most = 50;
    private const int MostTopics = 8;
    private const int MostNearest = 5;

    [FromQuery(Name = "q")]
    public string? Asked { get; init; }

    /// <summary>A topic to stay in. An unknown one is as good as none.</summary>
    [FromQuery(Name = "topic")]
    public string? Topic { get; init; }

    /// <summary>A stage the article must serve. An unknown one is as good as none.</summary>
    [FromQuery(Name = "stage")]
    public string? Stage { get; init; }

    [FromQuery(Name = "page")]
    public string? AskedPage { get; init; }

    public string Query { get; private set; } = "";

    public bool HasQuery => Query.Length > 0;

    public string? Corrected { get; private set; }

    public int Total { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public int First => ((PageNumber - 1) * PageSize) + 1;

    public IReadOnlyList<SearchResult> Results { get; private set; } = [];

    /// <summary>Topics to try when nothing was found, the nearest first.</summary>
    public IReadOnlyList<Topic> Nearest { get; private set; } = [];

    private SearchResults? Found { get; set; }

    public IReadOnlyList<FoundTopic> Topics { get; private set; } = [];

    public string? TopicLabel { get; private set; }

    public PageLinks Pages { get; private set; } = PageLinks.None;

    public IReadOnlyList<Stage> Stages { get; private set; } = [];

    public IReadOnlyList<TopicGroup> Groups { get; private set; } = [];

    public string Count => Total == 1 ? "1 article" : $"{Total} articles";

    public string CorrectedAddress => Address(Topic, query: Corrected);

    public void OnGet()
    {
        var known = knowledge.Current;
        Stages = known.Stages;
        Groups = [.. AdviceList.From(known).Select(section => section.Group)];
        Query = string.Join(' ', (Asked ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!HasQuery)
        {
            return;
        }

        var topic = known.Topics.Find(Topic);
        TopicLabel = topic?.Label;
        Found = search.Search(new SearchRequest { Query = Query, Topic = topic?.Id, Stage = known.Stages.Find(Stage)?.Id, Audience = Audience.Parent, Top = Most });
        var found = Found;
        Query = found.Query;
        Corrected = found.Corrected;
        Total = found.Total;
        var pages = Math.Max(1, (found.Results.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(AskedPage, out var page) ? Math.Clamp(page, 1, pages) : 1;
        Results = [.. found.Results.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        if (found.Total == 0)
        {
            Nearest = [.. suggester.Suggest(Query, MostNearest).Where(s => s.Articles.Count > 0).Select(s => s.Topic)];
        }

        if (PageNumber == 1)
        {
            signals.Searched(found, SearchPlace.Site);
        }

        Pages = new PageLinks(PageNumber, pages, number => Address(topic?.Id, number));
        Topics =
        [
            .. found.Results.SelectMany(result => result.Topics).CountBy(id => id).OrderByDescending(pair => pair.Value).Take(MostTopics)
                .Select(pair => new FoundTopic(pair.Key, known.Topics.Find(pair.Key)!.Label, pair.Value)),
        ];
    }

    /// <summary>The address of a result by its place on this page, from 0.</summary>
    public string ResultAddress(int index) => SearchSignals.Link(Found!, Results[index], First + index, SearchPlace.Site);

    /// <summary>The address of this search in a topic (null: in all), on a page, in other words.</summary>
    public string Address(string? topic, int page = 1, string? query = null)
    {
        var address = new QueryBuilder { { "q", query ?? Query } };
        if (topic is not null)
        {
            address.Add("topic", topic);
        }

        if (Stages.Any(known => known.Id == Stage))
        {
            address.Add("stage", Stage!);
        }

        if (page > 1)
        {
            address.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return "/search" + address;
    }

    /// <summary>A topic among the results, and how many of them are about it.</summary>
    public sealed record FoundTopic(string Id, string Label, int Count);
}
