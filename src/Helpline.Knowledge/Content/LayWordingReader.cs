using System.Globalization;
using Helpline.Knowledge.Search.Lay;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/taxonomy/lay-wording.yaml: what families say, and what they mean by it.</summary>
internal sealed class LayWordingReader(YamlFiles files)
{
    private const double Usual = 0.7;

    public LaySource Read(Catalogue<Topic> topics)
    {
        if (files.Document("taxonomy/lay-wording.yaml", optional: true)?.Allow("same", "layWording", "asked") is not { } document)
        {
            return LaySource.None;
        }

        var asked = document.Maps("asked").SelectMany(m => Asked(m, topics)).ToLookup(a => a.Topic, a => a.Question, StringComparer.Ordinal);
        return new LaySource([.. document.Lists("same")], [.. document.Maps("layWording").Select(m => Rule(m, topics))], asked);
    }

    private static LayRule Rule(YamlMap map, Catalogue<Topic> topics)
    {
        map.Allow("topics", "say", "means", "weight");
        var about = References.Resolve(map, "topics", "a phrase", "topic", topics.Contains, "taxonomy/topics");
        if (map.Texts("topics").Count == 0)
        {
            map.Problem(map.LineOf("topics"), "a phrase leads to no topic; write 'topics: [id]'");
        }

        return new LayRule(about, [.. map.Texts("say").Select(t => t.Value)], map.Optional("means")?.Value ?? "", Weight(map));
    }

    private static IEnumerable<(string Topic, string Question)> Asked(YamlMap map, Catalogue<Topic> topics)
    {
        var (topic, line) = map.Allow("topic", "ask").Required("topic");
        if (topic.Length > 0 && !topics.Contains(topic))
        {
            map.Problem(line, $"a question names topic '{topic}', which is not in taxonomy/topics");
        }

        return map.Texts("ask").Select(t => (topic, t.Value));
    }

    private static double Weight(YamlMap map)
    {
        if (!map.Has("weight"))
        {
            return Usual;
        }

        var text = map.Required("weight");
        if (double.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= 1)
        {
            return weight;
        }

        map.Problem(text.Line, $"'weight' is '{text.Value}'; write a number above 0 and at most 1, for example 0.7");
        return Usual;
    }
}
