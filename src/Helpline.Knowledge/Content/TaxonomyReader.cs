using Helpline.Knowledge.Search;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/taxonomy.</summary>
internal sealed class TaxonomyReader(YamlFiles files)
{
    public Catalogue<TopicGroup> Groups() =>
        References.Unique(files.Items("taxonomy/groups.yaml", "groups").Select(m => (new TopicGroup(Id(m.Allow("id", "label")), m.Required("label").Value), m)), g => g.Id, "group");

    /// <summary>Provisions; what one does not say of its review stands in the file's defaults.</summary>
    public Catalogue<Provision> Provisions()
    {
        var document = files.Document("taxonomy/provisions.yaml")?.Allow("defaults", "provisions");
        var defaults = document?.Map("defaults")?.Allow("lawAsAt", "reviewed", "reviewBy");
        return References.Unique((document?.Maps("provisions") ?? []).Select(m => (Provision(m, defaults), m)), p => p.Id, "provision");
    }

    public Catalogue<EnquirerRole> Roles() =>
        References.Unique(
            files.Items("taxonomy/roles.yaml", "roles")
                .Select(m => (new EnquirerRole(Id(m.Allow("id", "label", "note")), m.Required("label").Value, m.Optional("note")?.Value), m)),
            r => r.Id,
            "role");

    public Catalogue<Stage> Stages()
    {
        var stages = References.Unique(
            files.Items("taxonomy/stages.yaml", "stages").Select(m => (new Stage(Id(m.Allow("id", "label", "order")), m.Required("label").Value, m.Number("order")), m)),
            s => s.Id,
            "stage");
        return new Catalogue<Stage>(stages.OrderBy(s => s.Order), s => s.Id);
    }

    public Catalogue<Outcome> Outcomes() =>
        References.Unique(files.Items("taxonomy/outcomes.yaml", "outcomes").Select(m => (Outcome(m), m)), o => o.Id, "outcome");

    public Catalogue<ReferralDestination> Destinations() =>
        References.Unique(files.Items("taxonomy/referral-destinations.yaml", "destinations").Select(m => (Destination(m), m)), d => d.Id, "destination");

    public SynonymSource Synonyms()
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in files.Items("taxonomy/spellings.yaml", "spellings", optional: true))
        {
            map.Allow("wrong", "right");
            if (!spellings.TryAdd(map.Required("wrong").Value, map.Required("right").Value))
            {
                map.Problem(map.Line, $"the misspelling '{map.Required("wrong").Value}' is listed twice; take one out");
            }
        }

        var groups = References.Unique(
            files.Items("taxonomy/synonyms.yaml", "synonyms", optional: true)
                .Select(m => (new SynonymGroup(Id(m.Allow("id", "terms", "old")), Values(m, "terms"), Values(m, "old")), m)),
            g => g.Id,
            "synonym group");
        var everyday = files.Document("taxonomy/everyday-words.yaml", optional: true)?.Allow("words").Texts("words").Select(t => t.Value) ?? [];
        return new SynonymSource([.. groups], spellings, [.. everyday]);
    }

    /// <summary>Topics of every file under topics/, each file named after its group, groups in their order.</summary>
    public Catalogue<Topic> Topics(Catalogue<TopicGroup> groups, Catalogue<Provision> provisions, Func<string, bool> deadline)
    {
        var topics = new List<(Topic, YamlMap)>();
        foreach (var group in groups)
        {
            topics.AddRange(files.Items($"taxonomy/topics/{group.Id}.yaml", "topics").Select(m => (Topic(m, group.Id, provisions, deadline), m)));
        }

        foreach (var file in files.Under("taxonomy/topics/").Where(f => !groups.Contains(Path.GetFileNameWithoutExtension(f))))
        {
            files.Problem(file, 1, $"the file is not named after a group; the groups in groups.yaml are {string.Join(", ", groups.Ids)}");
        }

        return References.Unique(topics, t => t.Id, "topic");
    }

    private static Outcome Outcome(YamlMap map) =>
        new(Id(map.Allow("id", "label", "nonData", "reserved")), map.Required("label").Value, IsSet(map, "nonData"), IsSet(map, "reserved"));

    private static bool IsSet(YamlMap map, string field)
    {
        if (map.Optional(field) is not { } text)
        {
            return false;
        }

        if (text.Value is not ("true" or "false"))
        {
            map.Problem(text.Line, $"{field} is true or false");
        }

        return text.Value == "true";
    }

    private static Topic Topic(YamlMap map, string group, Catalogue<Provision> provisions, Func<string, bool> deadline)
    {
        var id = Id(map.Allow("id", "label", "provisions", "synonyms", "deadlines", "urgency", "legalAdviser"));
        var legal = map.Map("legalAdviser")?.Allow("needed", "note");
        return new Topic
        {
            Id = id,
            Label = map.Required("label").Value,
            Group = group,
            Provisions = References.Resolve(map, "provisions", $"topic '{id}'", "provision", provisions.Contains, "provisions.yaml"),
            Synonyms = Values(map, "synonyms"),
            Deadlines = References.Resolve(map, "deadlines", $"topic '{id}'", "deadline", deadline, "deadlines.yaml"),
            Urgency = map.Optional("urgency")?.Value,
            LegalAdviser = legal?.OneOf("needed", ("no", LegalAdviserNeed.No), ("sometimes", LegalAdviserNeed.Sometimes), ("yes", LegalAdviserNeed.Yes)) ?? LegalAdviserNeed.No,
            LegalAdviserNote = legal?.Optional("note")?.Value,
        };
    }

    private static Provision Provision(YamlMap map, YamlMap? defaults)
    {
        var id = Id(map.Allow("id", "title", "section", "kind", "url", "validFrom", "validTo", "confidence", "lawAsAt", "reviewed", "reviewBy"));
        var kind = map.OneOf("kind", [.. ProvisionKinds.Select(k => (k, k))]);
        if (kind == "case" != id.StartsWith("case-", StringComparison.Ordinal))
        {
            map.Problem(map.LineOf("id"), $"the id '{id}' does not fit kind '{kind}'; ids of cases, and no others, begin with 'case-'");
        }

        return new Provision
        {
            Id = id,
            Title = map.Required("title").Value,
            Section = map.Required("section").Value,
            Kind = kind,
            Url = map.Url("url"),
            ValidFrom = map.OptionalDate("validFrom"),
            ValidTo = map.EndDate("validTo", "validFrom"),
            Confidence = map.Has("confidence")
                ? map.OneOf("confidence", ("checked", ProvisionConfidence.Checked), ("toBeConfirmed", ProvisionConfidence.ToBeConfirmed))
                : ProvisionConfidence.Checked,
            LawAsAt = Dated("lawAsAt"),
            Reviewed = Dated("reviewed"),
            ReviewBy = Dated("reviewBy"),
        };

        DateOnly Dated(string field) => map.Has(field) || defaults is null ? map.Date(field) : defaults.Date(field);
    }

    private static readonly string[] ProvisionKinds = ["statute", "regulations", "regulation", "rules", "guidance", "policy", "case", "historical"];

    private static ReferralDestination Destination(YamlMap map) => new()
    {
        Id = Id(map.Allow("id", "name", "useFor", "url", "phone")),
        Name = map.Required("name").Value,
        UseFor = map.Required("useFor").Value,
        Url = map.Url("url"),
        Phone = map.Optional("phone")?.Value,
    };

    internal static string Id(YamlMap map)
    {
        var (id, line) = map.Required("id");
        if (id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.')))
        {
            map.Problem(line, $"the id '{id}' may hold only small letters, digits, hyphens and dots");
        }

        return id;
    }

    private static IReadOnlyList<string> Values(YamlMap map, string field) => [.. map.Texts(field).Select(t => t.Value)];
}
