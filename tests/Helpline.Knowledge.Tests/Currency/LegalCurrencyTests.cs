using FsCheck;
using FsCheck.Fluent;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Currency;

namespace Helpline.Knowledge.Tests.Currency;

/// <summary>Who turns amber or red when something changes, is reviewed or is marked wrong.</summary>
public sealed class LegalCurrencyTests
{
    private static readonly DateOnly Checked = new(2026, 11, 1);
    private static readonly DateOnly Change = new(2026, 11, 20);
    private static readonly DateOnly Today = new(2026, 12, 1);
    private static readonly DateOnly ReviewBy = new(2027, 5, 1);

    private static NodeId Id(NodeKind kind, int number) => new(kind, $"{number}");

    private static LegalNode Node(NodeKind kind, int number, params IEnumerable<NodeId> cites) => new()
    {
        Id = Id(kind, number),
        Title = $"{kind} {number}",
        LawAsAt = Checked,
        Reviewed = Checked,
        ReviewBy = ReviewBy,
        Cites = [.. cites.Distinct()],
    };

    /// <summary>Graphs of a few provisions, limits that rest on them, articles that cite both and modules that teach articles.</summary>
    private static readonly Arbitrary<LegalGraph> Graphs = (
        from limits in Choice(4, NodeKind.Provision, 3)
        from articles in Choice(6, NodeKind.Provision, 3)
        from printed in Choice(6, NodeKind.Deadline, 4)
        from letters in Choice(3, NodeKind.Provision, 3)
        from modules in Choice(3, NodeKind.Article, 6)
        select new LegalGraph(
        [
            .. Enumerable.Range(0, 3).Select(n => Node(NodeKind.Provision, n)),
            .. limits.Select((cites, n) => Node(NodeKind.Deadline, n, cites)),
            .. articles.Select((cites, n) => Node(NodeKind.Article, n, cites.Concat(printed[n]))),
            .. letters.Select((cites, n) => Node(NodeKind.Letter, n, cites)),
            .. modules.Select((cites, n) => Node(NodeKind.TrainingModule, n, cites)),
        ])).ToArbitrary();

    private static Gen<NodeId[][]> Choice(int citers, NodeKind kind, int of) =>
        Gen.Choose(0, of - 1).Select(n => Id(kind, n)).ArrayOf(2).ArrayOf(citers).SelectMany(all => Gen.Choose(0, 2).ArrayOf(citers).Select(counts => all.Select((a, i) => a.Take(counts[i]).ToArray()).ToArray()));

    /// <summary>Found without <see cref="LegalCurrency"/>: those that name the provision, and those that print a limit which does.</summary>
    private static HashSet<NodeId> CitersOf(LegalGraph graph, NodeId provision)
    {
        var direct = graph.Nodes.Where(n => n.Cites.Contains(provision)).Select(n => n.Id).ToHashSet();
        return [.. direct, .. graph.Nodes.Where(n => n.Cites.Any(c => c.Kind == NodeKind.Deadline && direct.Contains(c))).Select(n => n.Id)];
    }

    private static HashSet<NodeId> NotGreen(LegalGraph graph, params IReadOnlyList<LegalMark> marks) =>
        [.. LegalCurrency.Assess(graph, marks, Today).Where(s => s.Value.Level != CurrencyLevel.Green).Select(s => s.Key)];

    private static LegalMark Mark(NodeId node, LegalMarkKind kind, DateOnly? on = null) => new(node, kind, on ?? Change);

    [Fact]
    public void Assess_ProvisionChanged_TurnsItAndExactlyItsCitersAmber() => Prop.ForAll(Graphs, graph =>
    {
        foreach (var provision in graph.Nodes.Where(n => n.Id.Kind == NodeKind.Provision).Select(n => n.Id))
        {
            var found = NotGreen(graph, Mark(provision, LegalMarkKind.Changed));
            Assert.True(found.SetEquals(CitersOf(graph, provision).Append(provision)));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assess_CitersReviewedSince_AreGreenAgain() => Prop.ForAll(Graphs, graph =>
    {
        var provision = Id(NodeKind.Provision, 0);
        var reviewed = CitersOf(graph, provision).Append(provision).Select(n => Mark(n, LegalMarkKind.Reviewed, Change.AddDays(1)));
        Assert.Empty(NotGreen(graph, [Mark(provision, LegalMarkKind.Changed), .. reviewed]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assess_OneCiterReviewed_ClearsThatOneOnly() => Prop.ForAll(Graphs, graph =>
    {
        var provision = Id(NodeKind.Provision, 0);
        foreach (var citer in CitersOf(graph, provision))
        {
            var found = NotGreen(graph, Mark(provision, LegalMarkKind.Changed), Mark(citer, LegalMarkKind.Reviewed));
            Assert.True(found.SetEquals(CitersOf(graph, provision).Append(provision).Where(n => n != citer)));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assess_ReviewedBeforeTheChange_StaysAmber()
    {
        var provision = Id(NodeKind.Provision, 0);
        var graph = new LegalGraph([Node(NodeKind.Provision, 0), Node(NodeKind.Article, 0, provision)]);

        var found = NotGreen(graph, Mark(Id(NodeKind.Article, 0), LegalMarkKind.Reviewed, Change.AddDays(-1)), Mark(provision, LegalMarkKind.Changed));

        Assert.Contains(Id(NodeKind.Article, 0), found);
    }

    [Fact]
    public void Assess_MarkedWrong_IsRedHoweverOftenItIsReviewed() => Prop.ForAll(Graphs, Gen.Choose(0, 10).ArrayOf().ToArbitrary(), (graph, days) =>
    {
        foreach (var node in graph.Nodes.Select(n => n.Id))
        {
            LegalMark[] reviews = [.. days.Select(d => Mark(node, LegalMarkKind.Reviewed, Change.AddDays(d - 5)))];
            var states = LegalCurrency.Assess(graph, [.. reviews, Mark(node, LegalMarkKind.Wrong), .. reviews], Today);
            Assert.Equal([node], states.Where(s => s.Value.Level == CurrencyLevel.Red).Select(s => s.Key));
            Assert.Equal(CurrencyReasonKind.MarkedWrong, states[node].Reasons[0].Kind);
            Assert.All(graph.CitersOf(node), c => Assert.Equal(CurrencyLevel.Amber, states[c].Level));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assess_PutRight_IsGreenAgain() => Prop.ForAll(Graphs, graph =>
    {
        foreach (var node in graph.Nodes.Select(n => n.Id))
        {
            Assert.Empty(NotGreen(graph, Mark(node, LegalMarkKind.Wrong), Mark(node, LegalMarkKind.Righted)));
            Assert.NotEmpty(NotGreen(graph, Mark(node, LegalMarkKind.Wrong), Mark(node, LegalMarkKind.Righted), Mark(node, LegalMarkKind.Wrong)));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assess_MarkOfALaterDay_DoesNotCountYet()
    {
        var graph = new LegalGraph([Node(NodeKind.Provision, 0)]);

        Assert.Empty(NotGreen(graph, Mark(Id(NodeKind.Provision, 0), LegalMarkKind.Wrong, Today.AddDays(1))));
    }

    [Theory]
    [InlineData("2027-04-30", null)]
    [InlineData("2027-05-01", CurrencyReasonKind.ReviewDue)]
    public void Assess_ReviewDate_TurnsAmberOnTheDay(string day, CurrencyReasonKind? reason)
    {
        var graph = new LegalGraph([Node(NodeKind.Article, 0)]);

        var state = LegalCurrency.Assess(graph, [], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))[Id(NodeKind.Article, 0)];

        Assert.Equal(reason, state.Reasons.SingleOrDefault()?.Kind);
    }

    [Fact]
    public void Assess_Reviewed_PutsTheNextReviewOffByTheSameTime()
    {
        var graph = new LegalGraph([Node(NodeKind.Article, 0)]);
        LegalMark[] marks = [Mark(Id(NodeKind.Article, 0), LegalMarkKind.Reviewed, new DateOnly(2027, 5, 1))];

        Assert.Equal(CurrencyLevel.Green, LegalCurrency.Assess(graph, marks, new DateOnly(2027, 10, 28))[Id(NodeKind.Article, 0)].Level);
        Assert.Equal(CurrencyLevel.Amber, LegalCurrency.Assess(graph, marks, new DateOnly(2027, 10, 29))[Id(NodeKind.Article, 0)].Level);
    }

    [Fact]
    public void Assess_OutsideValidity_IsAmberAndSoAreItsCiters()
    {
        var provision = Node(NodeKind.Provision, 0) with { ValidTo = Today.AddDays(-1) };
        var coming = Node(NodeKind.Letter, 0) with { ValidFrom = Today.AddDays(1) };
        var graph = new LegalGraph([provision, Node(NodeKind.Article, 0, provision.Id), coming, Node(NodeKind.Article, 1)]);

        var states = LegalCurrency.Assess(graph, [], Today);

        Assert.Equal(CurrencyReasonKind.NoLongerLaw, Assert.Single(states[provision.Id].Reasons).Kind);
        Assert.Equal(CurrencyReasonKind.CitedNoLongerLaw, Assert.Single(states[Id(NodeKind.Article, 0)].Reasons).Kind);
        Assert.Equal(CurrencyReasonKind.NotYetLaw, Assert.Single(states[coming.Id].Reasons).Kind);
        Assert.Same(CurrencyState.Green, states[Id(NodeKind.Article, 1)]);
    }

    [Fact]
    public void Assess_RealContent_IsGreenWhenReviewedAndItsCitersTurnWithAProvision()
    {
        var snapshot = ContentLoader.Load(Repository.Content);
        var day = new DateOnly(2026, 11, 25);
        var changed = new NodeId(NodeKind.Provision, "hesc-r20");

        var before = LegalCurrency.Assess(snapshot, [], day);
        var after = LegalCurrency.Assess(snapshot, [new LegalMark(changed, LegalMarkKind.Changed, day.AddDays(10))], day.AddDays(10));

        Assert.Equal(LegalGraph.Of(snapshot).Nodes.Count, before.Count);
        Assert.All(before, s => Assert.True(s.Value.Level == CurrencyLevel.Green, $"{s.Key}: {string.Join(" ", s.Value.Reasons.Select(r => r.Words))}"));
        Assert.Equal(CurrencyLevel.Amber, after[new NodeId(NodeKind.Article, "refused-an-assessment")].Level);
        Assert.Equal(CurrencyLevel.Amber, after[new NodeId(NodeKind.Macro, "find-the-date-on-the-letter")].Level);
        Assert.Equal(CurrencyLevel.Amber, after[new NodeId(NodeKind.TrainingModule, "refusals-and-appeals")].Level);
        Assert.Equal(CurrencyLevel.Green, after[new NodeId(NodeKind.Letter, "subject-access-request")].Level);
    }
}
