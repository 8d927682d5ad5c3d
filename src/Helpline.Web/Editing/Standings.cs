using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Currency;
using Helpline.Knowledge.Editing;
using Helpline.Web.Hosting;

namespace Helpline.Web.Editing;

/// <summary>Says how texts stand, from what this node has taken over. No database is asked: the console shows it with every search.</summary>
public sealed class Standings(IKnowledgeBase knowledge, EditedContent edited, IContentTakeOver overlay, IContentCheck check, TimeProvider time)
{
    private volatile Assessed? latest;

    /// <summary>How an article stands; an unknown one is as good as gone.</summary>
    public Standing Of(string slug) => Of(new NodeId(NodeKind.Article, slug));

    /// <summary>How anything that states law stands.</summary>
    public Standing Of(NodeId node) => Current().ByNode.GetValueOrDefault(node, Standing.Good);

    /// <summary>How a text stands to whoever has just marked it or cleared the mark, before this node has taken that over.</summary>
    /// <param name="node">The text; null for one that states no law.</param>
    /// <param name="path">Its file.</param>
    /// <param name="mark">The mark that is on it at this moment; null for none.</param>
    public Standing Of(NodeId? node, string path, OpenMark? mark)
    {
        if (mark is not null)
        {
            return new Standing(CurrencyLevel.Red, [mark.Reason]);
        }

        if (node is not { } known)
        {
            return Standing.Good;
        }

        return edited.MarkOn(path) is null ? Of(known) : AssessAll(edited.Content, Current().Graph, time.LondonToday(), without: known).GetValueOrDefault(known, Standing.Good);
    }

    /// <summary>Everything that cites a provision, itself or by a time limit it prints, and whether it still has to be read again for a recorded change.</summary>
    public IReadOnlyList<(LegalNode Node, bool IsLeft)> CitersOf(RecordedChange change)
    {
        var graph = Current().Graph;
        return [.. graph.Nodes.Where(n => IsText(n) && Rests(n, change.ProvisionId, graph)).OrderBy(n => n.Title, StringComparer.OrdinalIgnoreCase).Select(n => (n, !IsTakenIn(change, n)))];
    }

    /// <summary>What only editors need to know of a file: a newer shipped text beneath an edit, an edit that is not served.</summary>
    public IReadOnlyList<string> ForEditors(string path)
    {
        List<string> notes = [.. overlay.Issues.Where(i => i.Path == path)
            .Select(i => $"The edited text is not served and the shipped one is, because of line {i.Line}: {i.Message}")];
        if (edited.TextOn(path) is { } text && check.Shipped(path) is { } shipped && check.Hash(shipped) != text.ShippedHash)
        {
            notes.Add("A newer shipped text lies beneath this edit: compare and merge them");
        }

        return notes;
    }

    private static string? PathOf(NodeId node) => node.Kind switch
    {
        NodeKind.Article => ContentPaths.OfArticle(node.Id),
        NodeKind.Letter => $"letters/{node.Id}.md",
        NodeKind.Provision or NodeKind.Deadline or NodeKind.Macro or NodeKind.TrainingModule => null,
    };

    private static bool IsText(LegalNode node) => node.Id.Kind is not (NodeKind.Provision or NodeKind.Deadline);

    private static bool Rests(LegalNode node, string provisionId, LegalGraph graph)
    {
        var provision = new NodeId(NodeKind.Provision, provisionId);
        return node.Cites.Any(c => c == provision || (c.Kind == NodeKind.Deadline && graph.Find(c)?.Cites.Contains(provision) == true));
    }

    /// <summary>What is known is worked out once for each state of the content and each day.</summary>
    private Assessed Current()
    {
        var (snapshot, content, today) = (knowledge.Current, edited.Content, time.LondonToday());
        var known = latest;
        if (known is null || known.Version != snapshot.Version || known.Head != content.Head || known.Day != today)
        {
            var graph = LegalGraph.Of(snapshot);
            latest = known = new Assessed(snapshot.Version, content.Head, today, graph, AssessAll(content, graph, today, without: null));
        }

        return known;
    }

    private Dictionary<NodeId, Standing> AssessAll(PublishedContent content, LegalGraph graph, DateOnly today, NodeId? without)
    {
        OpenMark? Mark(NodeId node) => node == without ? null : MarkOn(node);
        var wrong = graph.Nodes.Where(n => Mark(n.Id) is not null).Select(n => new LegalMark(n.Id, LegalMarkKind.Wrong, today)).ToList();
        var states = LegalCurrency.Assess(graph, wrong, today);
        return graph.Nodes.ToDictionary(n => n.Id, n => Assess(n, Mark(n.Id), states[n.Id], content, graph));
    }

    private Standing Assess(LegalNode node, OpenMark? marked, CurrencyState state, PublishedContent content, LegalGraph graph)
    {
        if (marked is { } mark)
        {
            return new Standing(CurrencyLevel.Red, [mark.Reason]);
        }

        List<string> reasons = [.. IsText(node)
            ? content.Changes.Where(c => Rests(node, c.ProvisionId, graph) && !IsTakenIn(c, node)).Select(c => $"{Title(c.ProvisionId)} changed on {c.ChangedOn.InWords()}: {c.What.TrimEnd('.')}")
            : []];
        reasons.AddRange(state.Reasons.Select(r => r.Words.TrimEnd('.')));
        return reasons.Count == 0 ? Standing.Good : new Standing(CurrencyLevel.Amber, reasons);
    }

    /// <summary>A text begun after the record knew of it; a shipped one must have been reviewed on a later day.</summary>
    private bool IsTakenIn(RecordedChange change, LegalNode node) => PathOf(node.Id) is { } path && edited.TextOn(path) is { } text
        ? text.BegunAt > change.RecordedAt
        : node.Reviewed > DateOnly.FromDateTime(change.RecordedAt.ToLondon());

    private OpenMark? MarkOn(NodeId node) => PathOf(node) is { } path ? edited.MarkOn(path) : null;

    private string Title(string provisionId) => knowledge.Current.Provisions.Find(provisionId) is { } provision
        ? $"{provision.Title} ({provision.Section})"
        : provisionId;

    private sealed record Assessed(string Version, long Head, DateOnly Day, LegalGraph Graph, IReadOnlyDictionary<NodeId, Standing> ByNode);
}
