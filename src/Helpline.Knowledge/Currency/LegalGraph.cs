using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Currency;

/// <summary>What states law, and what it cites. Provisions cite nothing; every other node cites provisions, time limits or articles.</summary>
public sealed class LegalGraph
{
    private readonly Dictionary<NodeId, LegalNode> nodes;
    private readonly ILookup<NodeId, NodeId> citers;

    /// <summary>A graph of these nodes. What is cited but not among them is left out of account.</summary>
    /// <param name="nodes">The nodes; each id once.</param>
    public LegalGraph(IEnumerable<LegalNode> nodes)
    {
        this.nodes = nodes.ToDictionary(n => n.Id);
        citers = this.nodes.Values.SelectMany(n => n.Cites.Select(c => (Cited: c, Citer: n.Id))).ToLookup(e => e.Cited, e => e.Citer);
    }

    /// <summary>Every node.</summary>
    public IReadOnlyCollection<LegalNode> Nodes => nodes.Values;

    /// <summary>The node of an id, or null.</summary>
    /// <param name="id">The id.</param>
    public LegalNode? Find(NodeId id) => nodes.GetValueOrDefault(id);

    /// <summary>What cites a node directly.</summary>
    /// <param name="id">The cited node.</param>
    public IReadOnlyList<NodeId> CitersOf(NodeId id) => [.. citers[id]];

    /// <summary>The graph of a state of the content.</summary>
    /// <param name="snapshot">The content.</param>
    public static LegalGraph Of(KnowledgeSnapshot snapshot) => new(
    [
        .. snapshot.Provisions.Select(Node),
        .. snapshot.Deadlines.Select(d => Node(d, snapshot)),
        .. snapshot.Articles.Select(a => new LegalNode
        {
            Id = new NodeId(NodeKind.Article, a.Slug),
            Title = a.Title,
            LawAsAt = a.LawAsAt,
            Reviewed = a.Reviewed,
            ReviewBy = a.ReviewBy,
            ValidFrom = a.ValidFrom,
            ValidTo = a.ValidTo,
            Cites = Cited(a.CitedProvisions, a.CitedDeadlines),
        }),
        .. snapshot.Letters.Select(l => new LegalNode
        {
            Id = new NodeId(NodeKind.Letter, l.Id),
            Title = l.Title,
            LawAsAt = l.LawAsAt,
            Reviewed = l.Reviewed,
            ReviewBy = l.ReviewBy,
            ValidFrom = l.ValidFrom,
            ValidTo = l.ValidTo,
            Cites = Cited(l.Provisions, l.Deadlines),
        }),
        .. snapshot.Macros.Select(m => new LegalNode
        {
            Id = new NodeId(NodeKind.Macro, m.Id),
            Title = m.Title,
            LawAsAt = m.Reviewed,
            Reviewed = m.Reviewed,
            ReviewBy = m.ReviewBy,
            Cites = Cited(m.Provisions, m.Deadlines),
        }),
        .. snapshot.TrainingModules.Select(t => new LegalNode
        {
            Id = new NodeId(NodeKind.TrainingModule, t.Id),
            Title = t.Title,
            LawAsAt = t.Reviewed,
            Reviewed = t.Reviewed,
            ReviewBy = t.ReviewBy,
            Cites = [.. Cited(t.Provisions, []), .. t.Articles.Select(a => new NodeId(NodeKind.Article, a))],
        }),
    ]);

    /// <summary>What is historical is cited for what it was; that it is no longer law stands against nobody.</summary>
    private static LegalNode Node(Provision provision) => new()
    {
        Id = new NodeId(NodeKind.Provision, provision.Id),
        Title = provision.Title,
        LawAsAt = provision.LawAsAt,
        Reviewed = provision.Reviewed,
        ReviewBy = provision.ReviewBy,
        ValidFrom = provision.Kind == "historical" ? null : provision.ValidFrom,
        ValidTo = provision.Kind == "historical" ? null : provision.ValidTo,
        Cites = [],
    };

    /// <summary>A time limit is as current as the oldest provision it rests on.</summary>
    private static LegalNode Node(Deadline deadline, KnowledgeSnapshot snapshot)
    {
        var provisions = deadline.Provisions.Select(snapshot.Provisions.Find).OfType<Provision>().ToList();
        return new LegalNode
        {
            Id = new NodeId(NodeKind.Deadline, deadline.Id),
            Title = deadline.Title,
            LawAsAt = provisions.Select(p => p.LawAsAt).DefaultIfEmpty(DateOnly.MaxValue).Min(),
            Reviewed = provisions.Select(p => p.Reviewed).DefaultIfEmpty(DateOnly.MinValue).Min(),
            ReviewBy = provisions.Select(p => p.ReviewBy).DefaultIfEmpty(DateOnly.MaxValue).Min(),
            Cites = Cited(deadline.Provisions, []),
        };
    }

    private static IReadOnlyList<NodeId> Cited(IEnumerable<string> provisions, IEnumerable<string> deadlines) =>
        [.. provisions.Select(p => new NodeId(NodeKind.Provision, p)), .. deadlines.Select(d => new NodeId(NodeKind.Deadline, d))];
}
