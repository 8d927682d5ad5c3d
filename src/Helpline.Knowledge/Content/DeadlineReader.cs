using System.Globalization;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/deadlines.yaml and content/bank-holidays.yaml.</summary>
internal sealed class DeadlineReader(YamlFiles files)
{
    private readonly YamlMap? document = files.Document("deadlines.yaml")?.Allow("countingRules", "deadlines");

    public IReadOnlyList<string> CountingRules() => [.. document?.Texts("countingRules").Select(t => t.Value) ?? []];

    /// <summary>The ids that are defined, without the checks of <see cref="Deadlines"/>.</summary>
    public HashSet<string> Ids() => [.. document?.Maps("deadlines").Where(m => m.Has("id")).Select(m => m.Required("id").Value) ?? []];

    public Catalogue<Deadline> Deadlines(Catalogue<Topic> topics, Catalogue<Provision> provisions) =>
        References.Unique((document?.Maps("deadlines") ?? []).Select(m => (Deadline(m, topics, provisions), m)), d => d.Id, "deadline");

    public IReadOnlyDictionary<DateOnly, string> BankHolidays()
    {
        var days = new SortedDictionary<DateOnly, string>();
        foreach (var map in files.Items("bank-holidays.yaml", "bankHolidays"))
        {
            map.Allow("date", "name");
            if (!days.TryAdd(map.Date("date"), map.Required("name").Value))
            {
                map.Problem(map.Line, "this bank holiday is listed twice; take one out");
            }
        }

        return days;
    }

    private static Deadline Deadline(YamlMap map, Catalogue<Topic> topics, Catalogue<Provision> provisions)
    {
        map.Allow("id", "topic", "kind", "title", "whoMustAct", "trigger", "enter", "counting", "steps", "howCounted", "authority", "provisions", "exceptions",
            "ifMissed", "confidence", "confidenceNote", "example", "sources");
        var id = TaxonomyReader.Id(map);
        var topic = map.Required("topic");
        if (topic.Value.Length > 0 && !topics.Contains(topic.Value))
        {
            map.Problem(topic.Line, $"deadline '{id}' names topic '{topic.Value}', which is not in taxonomy/topics");
        }

        var counting = CountingReader.Rule(map.Map("counting"), map);
        var example = map.Map("example")?.Allow("text", "trigger", "due");
        return new Deadline
        {
            Id = id,
            Topic = topic.Value,
            Kind = map.OneOf("kind", Kinds),
            Title = map.Required("title").Value,
            WhoMustAct = map.Required("whoMustAct").Value,
            Trigger = map.Required("trigger").Value,
            Enter = map.Optional("enter")?.Value ?? map.Required("trigger").Value,
            Length = Length(counting),
            CanBeCalculated = counting is not CountingRule.NotComputed,
            HowCounted = map.Required("howCounted").Value,
            Authority = map.Required("authority").Value,
            Provisions = References.Resolve(map, "provisions", $"deadline '{id}'", "provision", provisions.Contains, "provisions.yaml"),
            Exceptions = [.. map.Texts("exceptions").Select(t => t.Value)],
            IfMissed = map.Required("ifMissed").Value,
            Confidence = map.OneOf("confidence", Confidences),
            ConfidenceNote = map.Optional("confidenceNote")?.Value,
            Example = example?.Required("text").Value ?? "",
            ExampleTrigger = example?.Has("trigger") == true ? example.Date("trigger") : null,
            ExampleDue = example?.Has("due") == true ? example.Date("due") : null,
            Sources = [.. map.Maps("sources").Select(s => new ArticleSource(s.Allow("title", "url").Required("title").Value, s.Url("url")))],
            Counting = counting,
            Steps = [.. map.Maps("steps").Select(s => new CountingStep(s.Required("label").Value, CountingReader.Rule(s, s)))],
        };
    }

    private static string? Length(CountingRule rule) => rule is CountingRule.Period period
        ? string.Create(CultureInfo.InvariantCulture, $"{period.Length} {Word(period)}{(period.Length == 1 ? "" : "s")}{(period.Before ? " before" : "")}")
        : null;

    private static string Word(CountingRule.Period period) => period.Unit switch
    {
        CountingUnit.Days => "day",
        CountingUnit.Weeks => "week",
        CountingUnit.Months => "month",
        CountingUnit.WorkingDays => "working day",
    };

    private static readonly (string, DeadlineKind)[] Kinds =
    [
        ("statutory", DeadlineKind.Statutory), ("tribunalDirection", DeadlineKind.TribunalDirection), ("guidance", DeadlineKind.Guidance),
        ("limit", DeadlineKind.Limit), ("protocol", DeadlineKind.Protocol),
    ];

    private static readonly (string, DeadlineConfidence)[] Confidences =
    [
        ("toBeConfirmed", DeadlineConfidence.ToBeConfirmed), ("partlyChecked", DeadlineConfidence.PartlyChecked), ("checked", DeadlineConfidence.Checked),
    ];
}
