using Helpline.Knowledge.Updates;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/updates.</summary>
internal sealed class UpdateReader(ContentParts parts)
{
    public Catalogue<LegalUpdate> Read(IEnumerable<KeyValuePair<string, string>> files)
    {
        var updates = new List<(LegalUpdate, YamlMap)>();
        foreach (var (file, text) in files)
        {
            if (FrontMatter.Split(text) is not { } matter)
            {
                parts.Problems.Add(file, 1, "an update begins with a line '---', its fields (id, title, …) and another line '---'");
            }
            else if (YamlMap.Read(matter.Yaml, file, 1, parts.Problems) is { } map)
            {
                updates.Add((Update(map.Allow("id", "title", "published", "kind", "provisions", "topics", "mustRead", "sources"), matter, text), map));
            }
        }

        return References.Unique(updates.OrderByDescending(u => u.Item1.Published).ThenBy(u => u.Item1.Id, StringComparer.Ordinal), u => u.Id, "update");
    }

    private LegalUpdate Update(YamlMap map, FrontMatter matter, string text)
    {
        var id = TaxonomyReader.Id(map);
        var published = map.Date("published");
        var name = $"{published:yyyy-MM-dd}-{id}";
        if (name != Path.GetFileNameWithoutExtension(map.File))
        {
            map.Problem(map.LineOf("id"), $"the file's name does not fit 'published' and 'id'; rename it to {name}.md");
        }

        var body = parts.Renderer.Render(map.File, matter, []);
        return new LegalUpdate
        {
            Id = id,
            Title = map.Required("title").Value,
            Published = published,
            Kind = map.OneOf("kind", ("legislation", UpdateKind.Legislation), ("case", UpdateKind.Case), ("guidance", UpdateKind.Guidance), ("policy", UpdateKind.Policy)),
            Topics = parts.TopicsOf(map, $"update '{id}'"),
            Provisions = [.. parts.ProvisionsOf(map, $"update '{id}'").Union(body.Provisions)],
            MustRead = map.OneOf("mustRead", ("false", false), ("true", true)),
            Sources = ContentParts.Sources(map),
            ParentHtml = body.ParentHtml,
            AdviserHtml = body.AdviserHtml,
            Version = ContentFolder.Hash([text]),
        };
    }
}
