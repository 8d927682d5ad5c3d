using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Content;

/// <summary>What the readers of letters, notices and the like check against, and how they render.</summary>
internal sealed record ContentParts(
    Catalogue<Topic> Topics,
    Catalogue<Provision> Provisions,
    Catalogue<Deadline> Deadlines,
    Catalogue<Stage> Stages,
    Catalogue<Article> Articles,
    MarkdownRenderer Renderer,
    ContentProblems Problems)
{
    public IReadOnlyList<string> TopicsOf(YamlMap map, string owner)
    {
        var topics = References.Resolve(map, "topics", owner, "topic", Topics.Contains, "taxonomy/topics");
        if (map.Texts("topics").Count == 0)
        {
            map.Problem(map.LineOf("topics"), $"{owner} names no topic; write 'topics: [id, …]'");
        }

        return topics;
    }

    public IReadOnlyList<string> ProvisionsOf(YamlMap map, string owner) =>
        References.Resolve(map, "provisions", owner, "provision", Provisions.Contains, "provisions.yaml");

    public IReadOnlyList<string> DeadlinesOf(YamlMap map, string owner) =>
        References.Resolve(map, "deadlines", owner, "deadline", Deadlines.Contains, "deadlines.yaml");

    public IReadOnlyList<string> StagesOf(YamlMap map, string owner) => References.Resolve(map, "stages", owner, "stage", Stages.Contains, "stages.yaml");

    public IReadOnlyList<string> ArticlesOf(YamlMap map, string owner) => References.Resolve(map, "articles", owner, "article", Articles.Contains, "content/articles");

    /// <summary>Renders a passage written in a YAML field, under the rules of articles.</summary>
    public RenderedBody Passage(YamlMap map, string field, IReadOnlyList<string> deadlines)
    {
        var (text, line) = map.Required(field);
        return Renderer.Render(map.File, new FrontMatter("", text, line - 1), deadlines);
    }

    /// <summary>The days of a review, the second later than the first.</summary>
    public static (DateOnly Reviewed, DateOnly ReviewBy) Review(YamlMap map)
    {
        var (reviewed, by) = (map.Date("reviewed"), map.Date("reviewBy"));
        if (by <= reviewed && by != default)
        {
            map.Problem(map.LineOf("reviewBy"), $"'reviewBy' must be later than 'reviewed' ({reviewed:yyyy-MM-dd})");
        }

        return (reviewed, by);
    }

    /// <summary>A source is a line of text, or a title with an address.</summary>
    public static IReadOnlyList<ArticleSource> Sources(YamlMap map)
    {
        var sources = new List<ArticleSource>();
        foreach (var (text, nested) in map.TextsOrMaps("sources"))
        {
            if (nested is not null)
            {
                sources.Add(new ArticleSource(nested.Allow("title", "url").Required("title").Value, nested.Url("url")));
            }
            else if (text is { Value.Length: > 0 } line)
            {
                sources.Add(new ArticleSource(line.Value, null));
            }
            else
            {
                map.Problem(text?.Line ?? map.LineOf("sources"), "a source is a line of text, or 'title:' with 'url:'");
            }
        }

        if (sources.Count == 0)
        {
            map.Problem(map.LineOf("sources"), "no source is named; write 'sources:' and an item '- …' for each");
        }

        return sources;
    }
}
