using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Content;

/// <summary>Reads the articles: front matter checked against the taxonomy, body rendered.</summary>
internal sealed class ArticleReader(
    Catalogue<Topic> topics,
    Catalogue<Provision> provisions,
    Catalogue<Deadline> deadlines,
    Catalogue<ReferralDestination> destinations,
    Catalogue<Stage> stages,
    ContentProblems problems)
{
    private static readonly string[] Fields =
    [
        "title", "slug", "summary", "topics", "provisions", "deadlines", "audience", "reviewed", "reviewBy", "lawAsAt", "sources", "aliases", "questions", "related",
        "stages", "validFrom", "validTo",
    ];

    public Catalogue<Article> Read(IEnumerable<KeyValuePair<string, string>> files)
    {
        var drafts = new List<Draft>();
        foreach (var (file, text) in files)
        {
            if (FrontMatter.Split(text) is not { } parts)
            {
                problems.Add(file, 1, "an article begins with a line '---', its fields (title, slug, …) and another line '---'");
            }
            else if (YamlMap.Read(parts.Yaml, file, 1, problems) is { } map)
            {
                drafts.Add(new Draft(map.Allow(Fields), parts, text, Slug(map)));
            }
        }

        var slugs = References.Unique(drafts.Select(d => (d, d.Map)), d => d.Slug, "article");
        var renderer = new MarkdownRenderer(new LinkResolver(provisions, deadlines, destinations, slugs.Contains), provisions, deadlines, problems);
        return new Catalogue<Article>(
            slugs.Select(d => Article(d, slugs, renderer)).OrderBy(a => a.Title, StringComparer.OrdinalIgnoreCase),
            a => a.Slug);
    }

    private Article Article(Draft draft, Catalogue<Draft> slugs, MarkdownRenderer renderer)
    {
        var (map, parts, text, slug) = draft;
        var owner = $"article '{slug}'";
        var cited = References.Resolve(map, "provisions", owner, "provision", provisions.Contains, "provisions.yaml");
        var limits = References.Resolve(map, "deadlines", owner, "deadline", deadlines.Contains, "deadlines.yaml");
        var body = renderer.Render(map.File, parts, limits);
        var article = new Article
        {
            Slug = slug,
            Title = map.Required("title").Value,
            Summary = map.Required("summary").Value,
            Topics = References.Resolve(map, "topics", owner, "topic", topics.Contains, "taxonomy/topics"),
            Provisions = cited,
            Deadlines = limits,
            Related = References.Resolve(map, "related", owner, "article", slugs.Contains, "content/articles"),
            Audience = map.OneOf("audience", ("both", Audience.Both), ("parent", Audience.Parent), ("adviser", Audience.Adviser)),
            Reviewed = map.Date("reviewed"),
            ReviewBy = map.Date("reviewBy"),
            LawAsAt = map.Date("lawAsAt"),
            Sources = ContentParts.Sources(map),
            Aliases = [.. map.Texts("aliases").Select(t => t.Value)],
            Questions = [.. map.Texts("questions").Select(t => t.Value)],
            Stages = References.Resolve(map, "stages", owner, "stage", stages.Contains, "stages.yaml"),
            ValidFrom = map.OptionalDate("validFrom"),
            ValidTo = map.EndDate("validTo", "validFrom"),
            ParentHtml = body.ParentHtml,
            ParentHeadings = body.ParentHeadings,
            AdviserHtml = body.AdviserHtml,
            AdviserHeadings = body.AdviserHeadings,
            CitedProvisions = [.. cited.Union(body.Provisions)],
            CitedDeadlines = [.. limits.Union(body.Deadlines)],
            Passages = body.Passages,
            Version = ContentFolder.Hash([text]),
        };
        Check(article, map);
        return article;
    }

    private static void Check(Article article, YamlMap map)
    {
        if (map.Texts("topics").Count == 0)
        {
            map.Problem(map.LineOf("topics"), $"article '{article.Slug}' names no topic; write 'topics: [id, …]', the chief one first");
        }

        if (article.ReviewBy <= article.Reviewed && article.ReviewBy != default)
        {
            map.Problem(map.LineOf("reviewBy"), $"'reviewBy' must be later than 'reviewed' ({article.Reviewed:yyyy-MM-dd})");
        }
    }

    private static string Slug(YamlMap map)
    {
        var (slug, line) = map.Required("slug");
        if (slug.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            map.Problem(line, $"the slug '{slug}' may hold only small letters, digits and hyphens");
        }

        var name = Path.GetFileNameWithoutExtension(map.File);
        if (slug.Length > 0 && slug != name)
        {
            map.Problem(line, $"the slug '{slug}' differs from the file's name; write 'slug: {name}' or rename the file");
        }

        return slug;
    }

    /// <summary>An article whose fields have been parsed but not checked.</summary>
    private sealed record Draft(YamlMap Map, FrontMatter Parts, string Text, string Slug);
}
