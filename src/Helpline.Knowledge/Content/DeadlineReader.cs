using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/deadlines.yaml.</summary>
internal sealed class DeadlineReader(YamlFiles files, DeadlineLetters letters)
{
    private readonly YamlMap? document = files.Document("deadlines.yaml")?.Allow("countingRules", "events", "deadlines");

    public IReadOnlyList<string> CountingRules() => [.. document?.Texts("countingRules").Select(t => t.Value) ?? []];

    /// <summary>The ids that are defined, without the checks of <see cref="Deadlines"/>.</summary>
    public HashSet<string> Ids() => [.. document?.Maps("deadlines").Where(m => m.Has("id")).Select(m => m.Required("id").Value) ?? []];

    /// <summary>The happenings that start clocks.</summary>
    public Catalogue<ClockEvent> Events() => References.Unique(
        (document?.Maps("events") ?? []).Select(m => (Event(m), m)), e => e.Id, "event");

    public Catalogue<Deadline> Deadlines(Catalogue<Topic> topics, Catalogue<Provision> provisions, Catalogue<ClockEvent> events) => References.Unique(
        (document?.Maps("deadlines") ?? []).Select(m => (Deadline(m, topics, provisions, events), m)), d => d.Id, "deadline");

    private static ClockEvent Event(YamlMap map)
    {
        map.Allow("id", "label", "enter");
        return new ClockEvent(TaxonomyReader.Id(map), map.Required("label").Value, map.Required("enter").Value);
    }

    private Deadline Deadline(YamlMap map, Catalogue<Topic> topics, Catalogue<Provision> provisions, Catalogue<ClockEvent> events)
    {
        map.Allow("id", "topic", "kind", "title", "whoMustAct", "trigger", "enter", "event", "alsoEvents", "counting", "second", "steps", "stepsAre", "isUntil", "howCounted",
            "authority", "provisions", "exceptions", "ifMissed", "confidence", "confidenceNote", "example", "sources");
        var id = TaxonomyReader.Id(map);
        var topic = map.Required("topic");
        if (topic.Value.Length > 0 && !topics.Contains(topic.Value))
        {
            map.Problem(topic.Line, $"deadline '{id}' names topic '{topic.Value}', which is not in taxonomy/topics");
        }

        var counting = map.Map("counting");
        var rule = CountingReader.Rule(counting, map);
        var example = map.Map("example")?.Allow("text", "trigger", "second", "due");
        return new Deadline
        {
            Id = id,
            Topic = topic.Value,
            Kind = map.OneOf("kind", Kinds),
            Title = map.Required("title").Value,
            WhoMustAct = map.Required("whoMustAct").Value,
            Trigger = map.Required("trigger").Value,
            Enter = map.Optional("enter")?.Value ?? map.Required("trigger").Value,
            EventIds = EventsOf(map, id, events),
            Second = map.Map("second") is { } second ? Second(second, map, id, events) : null,
            Length = Words.Length(rule),
            AppliesTo = counting?.Optional("label")?.Value,
            HowCounted = map.Required("howCounted").Value,
            Authority = map.Required("authority").Value,
            Provisions = References.Resolve(map, "provisions", $"deadline '{id}'", "provision", provisions.Contains, "provisions.yaml"),
            Exceptions = [.. map.Texts("exceptions").Select(t => t.Value)],
            IfMissed = map.Required("ifMissed").Value,
            Confidence = map.OneOf("confidence", Confidences),
            ConfidenceNote = map.Optional("confidenceNote")?.Value,
            Example = example?.Required("text").Value ?? "",
            ExampleTrigger = example?.Has("trigger") == true ? example.Date("trigger") : null,
            ExampleSecond = example?.Has("second") == true ? example.Date("second") : null,
            ExampleDue = example?.Has("due") == true ? example.Date("due") : null,
            Sources = [.. map.Maps("sources").Select(s => new ArticleSource(s.Allow("title", "url").Required("title").Value, s.Url("url")))],
            Letters = letters.For(id),
            Counting = rule,
            Steps = [.. map.Maps("steps").Select(s => new CountingStep(s.Required("label").Value, CountingReader.Rule(s, s)))],
            StepsAreAlternatives = map.Has("stepsAre") && map.OneOf("stepsAre", ("stages", false), ("alternatives", true)),
            IsUntil = map.Has("isUntil") && map.OneOf("isUntil", ("true", true)),
        };
    }

    private static IReadOnlyList<string> EventsOf(YamlMap map, string id, Catalogue<ClockEvent> events) =>
        [.. map.Has("event") ? [Known(map, map.Required("event"), id, events)] : Array.Empty<string>(), .. map.Texts("alsoEvents").Select(e => Known(map, e, id, events))];

    private static SecondTrigger Second(YamlMap map, YamlMap owner, string id, Catalogue<ClockEvent> events) => new()
    {
        Enter = map.Required("enter").Value,
        EventId = map.Optional("event") is { } named ? Known(map, named, id, events) : null,
        IfNotGiven = map.Required("ifNotGiven").Value,
        Counting = CountingReader.Rule(map, owner, "enter", "event", "ifNotGiven"),
    };

    private static string Known(YamlMap map, YamlText named, string id, Catalogue<ClockEvent> events)
    {
        if (!events.Contains(named.Value))
        {
            map.Problem(named.Line, $"deadline '{id}' names event '{named.Value}', which is not under 'events' in deadlines.yaml");
        }

        return named.Value;
    }

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
