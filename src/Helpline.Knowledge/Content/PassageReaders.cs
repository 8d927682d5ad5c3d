using Helpline.Knowledge.Macros;
using Helpline.Knowledge.Notices;
using Helpline.Knowledge.Training;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/notices.yaml, content/macros.yaml and content/training.yaml.</summary>
internal sealed class PassageReaders(YamlFiles files, ContentParts parts)
{
    public Catalogue<Notice> Notices() =>
        References.Unique(files.Items("notices.yaml", "notices", optional: true).Select(m => (Notice(m), m)), n => n.Id, "notice");

    public Catalogue<Macro> Macros() =>
        References.Unique(files.Items("macros.yaml", "macros", optional: true).Select(m => (Macro(m), m)), m => m.Id, "macro");

    public Catalogue<TrainingModule> Modules() =>
        References.Unique(files.Items("training.yaml", "modules", optional: true).Select(m => (Module(m), m)), m => m.Id, "training module");

    private Notice Notice(YamlMap map)
    {
        var id = TaxonomyReader.Id(map.Allow("id", "title", "text", "topics", "provisions", "deadlines"));
        var owner = $"notice '{id}'";
        var deadlines = parts.DeadlinesOf(map, owner);
        var body = parts.Passage(map, "text", deadlines);
        return new Notice
        {
            Id = id,
            Title = map.Required("title").Value,
            Html = body.AdviserHtml,
            Topics = parts.TopicsOf(map, owner),
            Provisions = [.. parts.ProvisionsOf(map, owner).Union(body.Provisions)],
            Deadlines = [.. deadlines.Union(body.Deadlines)],
        };
    }

    private Macro Macro(YamlMap map)
    {
        var id = TaxonomyReader.Id(map.Allow("id", "title", "text", "topics", "provisions", "deadlines", "reviewed", "reviewBy"));
        var owner = $"macro '{id}'";
        var deadlines = parts.DeadlinesOf(map, owner);
        var body = parts.Passage(map, "text", deadlines);
        var (reviewed, reviewBy) = ContentParts.Review(map);
        return new Macro
        {
            Id = id,
            Title = map.Required("title").Value,
            Html = body.ParentHtml,
            Text = body.PlainText,
            Topics = parts.TopicsOf(map, owner),
            Provisions = [.. parts.ProvisionsOf(map, owner).Union(body.Provisions)],
            Deadlines = [.. deadlines.Union(body.Deadlines)],
            Reviewed = reviewed,
            ReviewBy = reviewBy,
            Version = ContentFolder.Hash([id, map.Required("text").Value]),
        };
    }

    private TrainingModule Module(YamlMap map)
    {
        var id = TaxonomyReader.Id(map.Allow("id", "title", "topics", "provisions", "articles", "reviewed", "reviewBy"));
        var owner = $"training module '{id}'";
        var (reviewed, reviewBy) = ContentParts.Review(map);
        return new TrainingModule
        {
            Id = id,
            Title = map.Required("title").Value,
            Topics = parts.TopicsOf(map, owner),
            Provisions = parts.ProvisionsOf(map, owner),
            Articles = parts.ArticlesOf(map, owner),
            Reviewed = reviewed,
            ReviewBy = reviewBy,
        };
    }
}
