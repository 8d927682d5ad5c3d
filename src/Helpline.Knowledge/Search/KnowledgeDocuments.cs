using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Search;

/// <summary>What of a snapshot is searched, and under which words.</summary>
internal sealed class KnowledgeDocuments(KnowledgeSnapshot snapshot)
{
    /// <summary>The facet of what the public may read.</summary>
    public const string Public = "public";

    /// <summary>The facet of a topic; digits, because ids hold hyphens.</summary>
    public static string FacetOf(KnowledgeSnapshot snapshot, string topic) => Numbered("topic", snapshot.Topics.Ids, topic);

    /// <summary>The facet of a stage.</summary>
    public static string StageFacetOf(KnowledgeSnapshot snapshot, string stage) => Numbered("stage", snapshot.Stages.Ids, stage);

    public IEnumerable<SearchDocument> Articles() => snapshot.Articles.Select(a => new SearchDocument
    {
        Title = a.Title,
        Summary = a.Summary,
        Aliases = [.. a.Aliases, .. a.Questions],
        Questions = [.. a.Questions, .. a.Aliases, a.Title],
        // Families' words for the chief topic; for the others only the label, so that one word does not lead everywhere.
        Topics = [.. a.Topics.Select(snapshot.Topics.Find).OfType<Topic>().SelectMany((t, i) => i == 0 ? t.Synonyms.Prepend(t.Label) : [t.Label])],
        Provisions = Cited(a.Provisions),
        // An article that names no stage serves them all.
        Facets =
        [
            .. a.Topics.Select(t => FacetOf(snapshot, t)),
            .. (a.Stages.Count == 0 ? snapshot.Stages.Ids : a.Stages).Select(s => StageFacetOf(snapshot, s)),
            .. a.IsPublic ? [Public] : Array.Empty<string>(),
        ],
        Passages = a.Passages,
    });

    public IEnumerable<SearchDocument> Topics() => snapshot.Topics.Select(t => new SearchDocument
    {
        Title = t.Label,
        Aliases = t.Synonyms,
        Questions =
        [
            .. snapshot.LayWording.Rules.Where(r => r.Topics[0] == t.Id).SelectMany(r => r.Say),
            .. snapshot.LayWording.Asked[t.Id],
            .. Chiefly(t.Id).SelectMany(a => a.Questions.Concat(a.Aliases).Prepend(a.Title)),
            .. snapshot.Deadlines.Where(d => d.Topic == t.Id).SelectMany(d => (string[])[d.Title, d.Authority]),
        ],
        Topics = [snapshot.TopicGroups.Find(t.Group)!.Label],
        Provisions = Cited(t.Provisions),
        Summary = string.Join(". ", Chiefly(t.Id).SelectMany(a => a.Questions.Concat(a.Aliases).Prepend(a.Title))),
    });

    /// <summary>For each topic what is said about it: families' words, questions, titles, and less, the texts of its articles.</summary>
    public IEnumerable<IReadOnlyList<(string Text, double Weight)>> Examples() => snapshot.Topics.Select(t => (IReadOnlyList<(string, double)>)
    [
        .. t.Synonyms.Prepend(t.Label).Select(s => (s, 1.0)),
        .. snapshot.LayWording.Rules.Where(r => r.Topics[0] == t.Id).SelectMany(r => r.Say.Select(s => (s, r.Weight))),
        .. snapshot.LayWording.Asked[t.Id].Select(q => (q, 1.0)),
        .. Chiefly(t.Id).SelectMany(a => a.Questions.Concat(a.Aliases).Append(a.Title).Append(a.Summary)).Select(q => (q, 1.0)),
        .. snapshot.Deadlines.Where(d => d.Topic == t.Id).SelectMany(d => (string[])[d.Title, d.Trigger]).Select(d => (d, 1.0)),
        .. Chiefly(t.Id).SelectMany(a => a.Passages).Where(p => p.Audience != Audience.Adviser).Select(p => (p.Text, Ranking.ModelBody)),
    ]);

    private static string Numbered(string kind, IEnumerable<string> ids, string id) =>
        ids.ToList().IndexOf(id) is var at and >= 0 ? $"{kind}{at}" : $"{kind}none";

    /// <summary>Public articles chiefly on a topic. What only advisers see teaches nothing: a parent's search must not be led by it.</summary>
    private IEnumerable<Article> Chiefly(string topic) => snapshot.ArticlesOn(topic).Where(a => a.IsPublic && a.Topics[0] == topic);

    /// <summary>Every word we know, and how often it stands in our texts.</summary>
    public Dictionary<string, int> Vocabulary() => Analysis.Vocabulary.Of([.. Articles(), .. Topics()], Terms(), snapshot.LayWording.Asked.SelectMany(a => a));

    /// <summary>Further words we know: the synonyms, and what provisions and organisations are called.</summary>
    private IEnumerable<string> Terms() =>
        snapshot.Synonyms.Groups.SelectMany(g => g.Terms.Concat(g.Old))
            .Concat(snapshot.Synonyms.Everyday)
            .Concat(snapshot.LayWording.Same.SelectMany(s => s))
            .Concat(snapshot.LayWording.Rules.SelectMany(r => r.Say.Append(r.Means)))
            .Concat(snapshot.Provisions.Select(p => p.Title))
            .Concat(snapshot.ReferralDestinations.SelectMany(d => (string[])[d.Name, d.UseFor]))
            .Concat(snapshot.Deadlines.SelectMany(d => (string[])[d.Title, d.Trigger, d.IfMissed]));

    private IReadOnlyList<(string, string)> Cited(IReadOnlyList<string> provisions) =>
        [.. provisions.Select(snapshot.Provisions.Find).OfType<Provision>().Select(p => (p.Id.Split('-')[0], p.Section))];
}
