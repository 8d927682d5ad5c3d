using Helpline.Knowledge.Guides;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/guides and content/situations.yaml.</summary>
internal sealed class GuideReader(ContentParts parts, Catalogue<Letters.LetterTemplate> letters)
{
    private HashSet<string> slugs = [];

    /// <summary>The guides by slug, ordered by title.</summary>
    public Catalogue<Guide> Guides(IEnumerable<KeyValuePair<string, string>> files)
    {
        var guides = new List<(Guide Guide, YamlMap Map)>();
        var all = files.ToList();
        slugs = all.Select(f => Path.GetFileNameWithoutExtension(f.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, text) in all)
        {
            if (YamlMap.Read(text, file, 0, parts.Problems) is { } map)
            {
                guides.Add((Guide(map.Allow("title", "summary", "topics", "reviewed", "reviewBy", "lawAsAt", "sources", "steps"), text), map));
            }
        }

        return References.Unique(guides.OrderBy(g => g.Guide.Title, StringComparer.OrdinalIgnoreCase), g => g.Slug, "guide");
    }

    /// <summary>The commonest situations, in the order they are shown.</summary>
    public IReadOnlyList<Situation> Situations(YamlFiles files, Catalogue<Guide> guides) =>
        [.. References.Unique(files.Items("situations.yaml", "situations", optional: true).Select(m => (Situation(m, guides), m)), s => s.Words, "situation")];

    /// <summary>Ids of letters that exist.</summary>
    public static IReadOnlyList<string> LettersOf(YamlMap map, string owner, Catalogue<Letters.LetterTemplate> letters) =>
        References.Resolve(map, "letters", owner, "letter", letters.Contains, "content/letters");

    private Situation Situation(YamlMap map, Catalogue<Guide> guides)
    {
        map.Allow("words", "guide", "article");
        var (guide, article) = (map.Optional("guide"), map.Optional("article"));
        if ((guide is null) == (article is null))
        {
            map.Problem(map.Line, "a situation leads to one thing; write either 'guide: slug' or 'article: slug'");
        }

        if (guide is { } g && !guides.Contains(g.Value))
        {
            map.Problem(g.Line, $"the situation names guide '{g.Value}', which is not in content/guides");
        }

        if (article is { } a && parts.Articles.Find(a.Value) is not { IsPublic: true })
        {
            map.Problem(a.Line, $"the situation names article '{a.Value}', which is not a public one in content/articles");
        }

        return new Situation(map.Required("words").Value, guide?.Value, article?.Value);
    }

    private Guide Guide(YamlMap map, string text)
    {
        var slug = Path.GetFileNameWithoutExtension(map.File);
        var owner = $"guide '{slug}'";
        var (reviewed, reviewBy) = ContentParts.Review(map);
        var provisions = new HashSet<string>(StringComparer.Ordinal);
        var steps = map.Maps("steps").Select(m => Step(m, owner, provisions)).ToList();
        if (steps.Count < 2)
        {
            map.Problem(map.LineOf("steps"), $"{owner} needs two steps or more; write 'steps:' and '- title: …' for each");
        }

        return new Guide
        {
            Slug = slug,
            Title = map.Required("title").Value,
            Summary = map.Required("summary").Value,
            Topics = parts.TopicsOf(map, owner),
            Steps = steps,
            Reviewed = reviewed,
            ReviewBy = reviewBy,
            LawAsAt = map.Date("lawAsAt"),
            Sources = ContentParts.Sources(map),
            Provisions = [.. provisions],
            Version = ContentFolder.Hash([text]),
        };
    }

    private GuideStep Step(YamlMap map, string owner, HashSet<string> provisions)
    {
        map.Allow("title", "text", "checks", "deadlines", "articles", "guides", "letters");
        var deadlines = parts.DeadlinesOf(map, owner);
        var body = parts.Passage(map, "text", deadlines);
        var checks = map.Texts("checks").Select(c => parts.Line(map, c, deadlines)).ToList();
        provisions.UnionWith(body.Provisions);
        provisions.UnionWith(checks.SelectMany(c => c.Body.Provisions));
        return new GuideStep
        {
            Title = map.Required("title").Value,
            Html = body.ParentHtml,
            Checks = [.. checks.Select(c => c.Html)],
            Deadlines = deadlines,
            Articles = parts.ArticlesOf(map, owner),
            Guides = References.Resolve(map, "guides", owner, "guide", slugs.Contains, "content/guides"),
            Letters = LettersOf(map, owner, letters),
        };
    }
}
