using System.Text.RegularExpressions;
using Helpline.Knowledge.Letters;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/letters.</summary>
internal sealed class LetterReader(ContentParts parts)
{
    private static readonly string[] Fields =
    [
        "id", "title", "summary", "topics", "provisions", "deadlines", "stages", "reviewed", "reviewBy", "lawAsAt", "validFrom", "validTo", "sources", "fields", "legalBasis",
    ];

    private static readonly string[] Known = ["authority", "enquirerName", "childName", "school"];

    public Catalogue<LetterTemplate> Read(IEnumerable<KeyValuePair<string, string>> files)
    {
        var letters = new List<(LetterTemplate, YamlMap)>();
        foreach (var (file, text) in files)
        {
            if (FrontMatter.Split(text) is not { } matter)
            {
                parts.Problems.Add(file, 1, "a letter begins with a line '---', its fields (id, title, …) and another line '---'");
            }
            else if (YamlMap.Read(matter.Yaml, file, 1, parts.Problems) is { } map)
            {
                letters.Add((Letter(map.Allow(Fields), matter, text), map));
            }
        }

        return References.Unique(letters.OrderBy(l => l.Item1.Title, StringComparer.OrdinalIgnoreCase), l => l.Id, "letter");
    }

    private LetterTemplate Letter(YamlMap map, FrontMatter matter, string text)
    {
        var id = TaxonomyReader.Id(map);
        var owner = $"letter '{id}'";
        if (id.Length > 0 && id != Path.GetFileNameWithoutExtension(map.File))
        {
            map.Problem(map.LineOf("id"), $"the id '{id}' differs from the file's name; write 'id: {Path.GetFileNameWithoutExtension(map.File)}' or rename the file");
        }

        var deadlines = parts.DeadlinesOf(map, owner);
        var body = parts.Renderer.Render(map.File, matter, deadlines);
        var basis = parts.Passage(map, "legalBasis", []);
        if (basis.Provisions.Count == 0)
        {
            map.Problem(map.LineOf("legalBasis"), $"the legal basis of {owner} links to no provision; write [section …](provision:id)");
        }

        var fields = References.Unique(map.Maps("fields").Select(m => (Field(m), m)), f => f.Id, "field");
        CheckGaps(map.File, matter, fields);
        var (reviewed, reviewBy) = ContentParts.Review(map);
        return new LetterTemplate
        {
            Id = id,
            Title = map.Required("title").Value,
            Summary = map.Required("summary").Value,
            Topics = parts.TopicsOf(map, owner),
            Stages = parts.StagesOf(map, owner),
            Provisions = [.. parts.ProvisionsOf(map, owner).Union(body.Provisions).Union(basis.Provisions)],
            Deadlines = [.. deadlines.Union(body.Deadlines).Union(Dues(matter.Body))],
            Reviewed = reviewed,
            ReviewBy = reviewBy,
            LawAsAt = map.Date("lawAsAt"),
            ValidFrom = map.OptionalDate("validFrom"),
            ValidTo = map.EndDate("validTo", "validFrom"),
            Sources = ContentParts.Sources(map),
            Fields = [.. fields],
            LegalBasisHtml = basis.ParentHtml,
            LegalBasis = basis.PlainText,
            Html = body.ParentHtml,
            Text = body.PlainText,
            Version = ContentFolder.Hash([text]),
        };
    }

    private static LetterField Field(YamlMap map)
    {
        map.Allow("id", "label", "hint", "kind", "from");
        var from = map.Optional("from");
        if (from is { } source && !Known.Contains(source.Value, StringComparer.Ordinal) && !source.Value.StartsWith("date:", StringComparison.Ordinal))
        {
            map.Problem(source.Line, $"'from' is '{source.Value}'; write one of {string.Join(", ", Known)}, or date: and the id of an event");
        }

        var label = map.Required("label").Value;
        return new LetterField
        {
            Id = TaxonomyReader.Id(map),
            Label = label.Length == 0 ? "?" : label,
            Hint = map.Optional("hint")?.Value,
            Kind = map.OneOf("kind", ("text", LetterFieldKind.Text), ("date", LetterFieldKind.Date), ("longText", LetterFieldKind.LongText)),
            From = from?.Value,
        };
    }

    private void CheckGaps(string file, FrontMatter matter, Catalogue<LetterField> fields)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var lines = matter.Body.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            foreach (Match gap in LetterFiller.Placeholder().Matches(lines[at]))
            {
                var name = gap.Groups[1].Value;
                used.Add(name);
                if (Wrong(name, fields) is { } wrong)
                {
                    parts.Problems.Add(file, at + matter.BodyLine + 1, wrong);
                }
            }
        }

        foreach (var unused in fields.Where(f => !used.Contains(f.Id) && f.Event is null))
        {
            parts.Problems.Add(file, 1, $"field '{unused.Id}' stands nowhere in the letter; write '{{{{{unused.Id}}}}}' where it belongs or take it out");
        }
    }

    private string? Wrong(string name, Catalogue<LetterField> fields)
    {
        if (name.StartsWith("due:", StringComparison.Ordinal))
        {
            return WrongDue(name["due:".Length..], fields);
        }

        return fields.Contains(name) ? null : $"'{{{{{name}}}}}' names no field of the letter; write one of {string.Join(", ", fields.Ids)}";
    }

    private string? WrongDue(string deadline, Catalogue<LetterField> fields) => parts.Deadlines.Find(deadline) switch
    {
        null => $"'{{{{due:{deadline}}}}}' names a time limit that is not in deadlines.yaml",
        { CanBeCalculated: false } => $"no date can be worked out for time limit '{deadline}'; say it in words",
        _ when fields.Count(f => f.Event is not null) != 1 => $"'{{{{due:{deadline}}}}}' needs exactly one field with 'from: date:event' to be worked out from",
        _ => null,
    };

    private static IEnumerable<string> Dues(string body) =>
        LetterFiller.Placeholder().Matches(body).Select(m => m.Groups[1].Value).Where(n => n.StartsWith("due:", StringComparison.Ordinal)).Select(n => n[4..]);
}
