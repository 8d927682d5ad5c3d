namespace Helpline.Knowledge.Currency;

/// <summary>Says of everything that states law whether it may be relied on. Pure: the same graph, marks and day give the same answer.</summary>
public static class LegalCurrency
{
    /// <summary>The state of every node of the content.</summary>
    /// <param name="snapshot">The content.</param>
    /// <param name="marks">What editors have recorded, in the order they did.</param>
    /// <param name="today">The day in England. Marks of later days do not count yet.</param>
    public static IReadOnlyDictionary<NodeId, CurrencyState> Assess(KnowledgeSnapshot snapshot, IReadOnlyList<LegalMark> marks, DateOnly today) =>
        Assess(LegalGraph.Of(snapshot), marks, today);

    /// <summary>The state of every node of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="marks">What editors have recorded, in the order they did; marks on unknown nodes are left out of account.</param>
    /// <param name="today">The day in England. Marks of later days do not count yet.</param>
    public static IReadOnlyDictionary<NodeId, CurrencyState> Assess(LegalGraph graph, IReadOnlyList<LegalMark> marks, DateOnly today)
    {
        var known = marks.Where(m => m.On <= today).OrderBy(m => m.On).ToLookup(m => m.Node);
        var standing = graph.Nodes.ToDictionary(n => n.Id, n => new Standing(n, known[n.Id]));
        return graph.Nodes.ToDictionary(n => n.Id, n => State(standing[n.Id], standing, today));
    }

    private static CurrencyState State(Standing own, Dictionary<NodeId, Standing> standing, DateOnly today)
    {
        List<CurrencyReason> reasons = [.. Own(own, today)];
        foreach (var cited in Cited(own.Node, standing))
        {
            reasons.AddRange(FromCited(own, cited, today));
        }

        if (reasons.Count == 0)
        {
            return CurrencyState.Green;
        }

        return new CurrencyState(own.WrongSince is null ? CurrencyLevel.Amber : CurrencyLevel.Red, reasons);
    }

    private static IEnumerable<CurrencyReason> Own(Standing own, DateOnly today)
    {
        var node = own.Node;
        if (own.WrongSince is { } wrong)
        {
            yield return new CurrencyReason(CurrencyReasonKind.MarkedWrong, node.Id, wrong, $"Marked wrong on {Day(wrong)}. Do not use it.");
        }

        if (own.ChangedOn is { } changed && changed > own.CheckedOn)
        {
            yield return new CurrencyReason(CurrencyReasonKind.Changed, node.Id, changed, $"Changed on {Day(changed)} and not reviewed since.");
        }

        if (today >= own.ReviewBy)
        {
            yield return new CurrencyReason(CurrencyReasonKind.ReviewDue, node.Id, own.ReviewBy, $"Its review was due on {Day(own.ReviewBy)}.");
        }

        if (today < node.ValidFrom)
        {
            yield return new CurrencyReason(CurrencyReasonKind.NotYetLaw, node.Id, node.ValidFrom, $"Not law until {Day(node.ValidFrom.Value)}.");
        }

        if (today > node.ValidTo)
        {
            yield return new CurrencyReason(CurrencyReasonKind.NoLongerLaw, node.Id, node.ValidTo, $"No longer law since {Day(node.ValidTo.Value.AddDays(1))}.");
        }
    }

    /// <summary>What a node cites, and what the time limits it cites rest on: their words are printed as the node's own. No further, as each citer is reviewed for itself.</summary>
    private static IEnumerable<Standing> Cited(LegalNode node, Dictionary<NodeId, Standing> standing)
    {
        var direct = node.Cites.Select(standing.GetValueOrDefault).OfType<Standing>().ToList();
        var through = direct.Where(s => s.Node.Id.Kind == NodeKind.Deadline).SelectMany(s => s.Node.Cites).Select(standing.GetValueOrDefault).OfType<Standing>();
        return direct.Concat(through).DistinctBy(s => s.Node.Id);
    }

    private static IEnumerable<CurrencyReason> FromCited(Standing own, Standing cited, DateOnly today)
    {
        var node = cited.Node;
        if (cited.WrongSince is { } wrong)
        {
            yield return new CurrencyReason(CurrencyReasonKind.CitedWrong, node.Id, wrong, $"Rests on “{node.Title}”, which was marked wrong on {Day(wrong)}.");
        }

        if (cited.ChangedOn is { } changed && changed > own.CheckedOn)
        {
            yield return new CurrencyReason(CurrencyReasonKind.CitedChanged, node.Id, changed, $"Rests on “{node.Title}”, which changed on {Day(changed)}.");
        }

        if (node.Id.Kind == NodeKind.Provision && today > node.ValidTo)
        {
            yield return new CurrencyReason(CurrencyReasonKind.CitedNoLongerLaw, node.Id, node.ValidTo, $"Rests on “{node.Title}”, which is no longer law since {Day(node.ValidTo.Value.AddDays(1))}.");
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>A node with what its marks say, earliest first.</summary>
    private sealed class Standing
    {
        public Standing(LegalNode node, IEnumerable<LegalMark> marks)
        {
            Node = node;
            CheckedOn = node.LawAsAt;
            ReviewBy = node.ReviewBy;
            foreach (var mark in marks)
            {
                Take(mark);
            }
        }

        public LegalNode Node { get; }

        public DateOnly? WrongSince { get; private set; }

        public DateOnly? ChangedOn { get; private set; }

        public DateOnly CheckedOn { get; private set; }

        public DateOnly ReviewBy { get; private set; }

        private void Take(LegalMark mark)
        {
            switch (mark.Kind)
            {
                case LegalMarkKind.Changed:
                    ChangedOn = mark.On;
                    break;
                case LegalMarkKind.Wrong:
                    WrongSince ??= mark.On;
                    break;
                case LegalMarkKind.Righted:
                    WrongSince = null;
                    break;
                case LegalMarkKind.Reviewed when mark.On > Node.Reviewed:
                    // The next review comes after as long a time as was first laid down.
                    ReviewBy = Later(Node.ReviewBy, mark.On.AddDays(Node.ReviewBy.DayNumber - Node.Reviewed.DayNumber));
                    CheckedOn = Later(CheckedOn, mark.On);
                    break;
                case LegalMarkKind.Reviewed:
                    CheckedOn = Later(CheckedOn, mark.On);
                    break;
            }
        }

        private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
    }
}
