using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;
using Helpline.Knowledge.Search.Engine;

namespace Helpline.Knowledge.Tests.Search;

/// <summary>What every engine does alike. A class for an engine derives from this and gives the builder; nothing else differs.</summary>
public abstract class KnowledgeIndexContract : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), "helpline-tests", Guid.NewGuid().ToString("N"));
    private readonly IndexFolder folder;

    protected KnowledgeIndexContract() => folder = new IndexFolder(path);

    /// <summary>A builder of the engine, which may keep a file of this name in the folder.</summary>
    private protected abstract IKnowledgeIndexBuilder Builder(IndexFolder indexes, string name);

    private IKnowledgeIndex Build(params IndexPassage[] passages)
    {
        using var builder = Builder(folder, "test");
        foreach (var passage in passages)
        {
            builder.Add(passage);
        }

        return builder.Build();
    }

    private static IndexPassage Body(params string[] tokens) => new() { Body = tokens };

    private static IndexPassage[] Filler => [.. Enumerable.Range(0, 20).Select(i => Body($"filler{i}", "common"))];

    private static List<int> Ask(IKnowledgeIndex index, string[] facets, params (string Token, double Weight)[] tokens) =>
        [.. index.Query(new IndexQuery([.. tokens.Select(t => new WeightedToken(t.Token, t.Weight))], facets, 10)).Select(h => h.Passage)];

    [Fact]
    public void Query_Fields_CountByTheirWeight()
    {
        using var index = Build([Body("cat", "dog"), new IndexPassage { Title = ["cat"], Body = ["dog"] }, .. Filler]);

        Assert.Equal([1, 0], Ask(index, [], ("cat", 1)));
    }

    [Fact]
    public void Query_Weights_DecideBetweenTokens()
    {
        using var index = Build([Body("cat"), Body("dog"), .. Filler]);

        Assert.Equal([0, 1], Ask(index, [], ("cat", 1), ("dog", 0.5)));
        Assert.Equal([1, 0], Ask(index, [], ("cat", 0.5), ("dog", 1)));
    }

    [Fact]
    public void Query_Facets_MustAllBeThereAndScoreNothing()
    {
        using var index = Build([new IndexPassage { Body = ["cat"], Facets = ["a"] }, new IndexPassage { Body = ["cat"], Facets = ["a", "b"] }, Body("cat", "a", "b"), .. Filler]);

        Assert.Equal([1], Ask(index, ["a", "b"], ("cat", 1)));
        Assert.Equal([0, 1], Ask(index, ["a"], ("cat", 1)));
    }

    [Fact]
    public void Query_WordsOfTheQueryLanguage_AreOnlyTokens()
    {
        using var index = Build([Body("AND", "near"), .. Filler]);

        Assert.Equal([0], Ask(index, [], ("AND", 1)));
        Assert.Empty(Ask(index, [], ("OR", 1), ("x\"y", 1)));
    }

    [Fact]
    public void Query_ManyTokens_AsksForTheRarest()
    {
        using var index = Build([Body("rare"), .. Filler]);

        var tokens = Enumerable.Range(0, 20).Select(i => ($"filler{i}", 0.9)).Prepend(("common", 0.9)).Append(("rare", 0.9)).ToArray();

        Assert.Contains(0, Ask(index, [], [.. tokens.Append(("rare", 1.0))]));
        Assert.Equal(21, index.Count);
        Assert.Equal(20, index.DocumentFrequency("common"));
    }

    [Fact]
    public async Task Query_FromManyThreads_GivesTheSame()
    {
        using var index = Build([Body("cat"), Body("dog"), .. Filler]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 200).Select(_ => Ask(index, [], ("dog", 1))).ToList())));

        Assert.All(answers.SelectMany(a => a), a => Assert.Equal([1], a));
    }

    [Fact]
    public void PassageIndex_DocumentsFromOutside_AreFoundByTheirPassages()
    {
        var documents = Enumerable.Range(0, 500).Select(i => new SearchDocument { Title = $"Document {i}", Passages = [new ArticlePassage("", $"Passage about subject{i} and more.")] });
        using var index = PassageIndex.Build(documents, new Analyzer(new SynonymMap(SynonymSource.None)), Builder(folder, "outside"));

        var found = index.Find([new Token("subject321", 0, 0)], [], 10);

        Assert.Equal(321, Assert.Single(found).Document);
    }

    [Fact]
    public void Query_OneTokenOfManyWeights_AddsUp()
    {
        using var index = Build([Body("cat", "dog"), Body("cat", "eel"), .. Filler]);

        var one = index.Query(new IndexQuery([new WeightedToken("cat", 1)], [], 10))[0].Score;
        var both = index.Query(new IndexQuery([new WeightedToken("cat", 1), new WeightedToken("dog", 0.5)], [], 10));

        Assert.Equal(0, both[0].Passage);
        Assert.True(both[0].Score > one);
        Assert.Equal(one, both[1].Score, 4);
    }

    [Fact]
    public void Query_ATokenManyTimes_CountsMoreButNotForEver()
    {
        using var index = Build([Body("cat", "b", "c", "d"), Body("cat", "cat", "c", "d"), Body("cat", "cat", "cat", "cat"), .. Filler]);

        var scores = index.Query(new IndexQuery([new WeightedToken("cat", 1)], [], 10)).OrderBy(h => h.Passage).Select(h => h.Score).ToList();

        Assert.True(scores[0] < scores[1] && scores[1] < scores[2]);
        Assert.True(scores[2] < 2.2 * scores[0]);
    }

    [Fact]
    public void Query_ALongPassage_CountsLessThanAShortOne()
    {
        using var index = Build([Body(["cat", .. Enumerable.Range(0, 50).Select(i => $"w{i}")]), Body("cat", "x"), .. Filler]);

        Assert.Equal([1, 0], Ask(index, [], ("cat", 1)));
    }

    [Fact]
    public void Query_Limit_KeepsTheBest()
    {
        using var index = Build([Body("cat", "x", "y"), Body("cat"), Body("cat", "x"), .. Filler]);

        Assert.Equal([1, 2], index.Query(new IndexQuery([new WeightedToken("cat", 1)], [], 2)).Select(h => h.Passage));
        Assert.Empty(index.Query(new IndexQuery([new WeightedToken("cat", 1)], [], 0)));
    }

    [Fact]
    public void Query_NothingOrUnknown_FindsNothing()
    {
        using var index = Build([Body("cat"), .. Filler]);
        using var empty = Build();

        Assert.Empty(Ask(index, []));
        Assert.Empty(Ask(index, [], ("dog", 1)));
        Assert.Empty(Ask(index, ["nofacet"], ("cat", 1)));
        Assert.Empty(Ask(empty, [], ("cat", 1)));
        Assert.Equal(0, empty.Count);
    }

    [Fact]
    public void Query_ThousandsOfTokens_AnswersInBoundedTime()
    {
        using var index = Build([.. Enumerable.Range(0, 2000).Select(i => Body($"w{i}", "common"))]);
        var tokens = Enumerable.Range(0, 2000).Select(i => ($"w{i}", 1.0)).ToArray();

        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal(10, Ask(index, [], tokens).Count);

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(path, recursive: true);
        GC.SuppressFinalize(this);
    }
}
