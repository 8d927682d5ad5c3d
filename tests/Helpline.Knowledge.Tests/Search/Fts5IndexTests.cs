using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;
using Helpline.Knowledge.Search.Engine;

namespace Helpline.Knowledge.Tests.Search;

public sealed class Fts5IndexTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), "helpline-tests", Guid.NewGuid().ToString("N"));
    private readonly IndexFolder folder;

    public Fts5IndexTests() => folder = new IndexFolder(path);

    private IKnowledgeIndex Build(params IndexPassage[] passages)
    {
        using var builder = new Fts5IndexBuilder(folder.NewFile("test"));
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
        using var index = PassageIndex.Build(documents, new Analyzer(new SynonymMap(SynonymSource.None)), new Fts5IndexBuilder(folder.NewFile("outside")));

        var found = index.Find([new Token("subject321", 0, 0)], [], 10);

        Assert.Equal(321, Assert.Single(found).Document);
    }

    [Fact]
    public void IndexFolder_OfADeadRun_IsClearedAndALiveOneIsLeft()
    {
        var root = Path.Combine(Path.GetTempPath(), "helpline-tests", Guid.NewGuid().ToString("N"));
        var dead = Directory.CreateDirectory(Path.Combine(root, "dead")).FullName;
        File.WriteAllText(Path.Combine(dead, "in-use"), "");
        using (var live = new IndexFolder(root))
        {
            File.WriteAllText(live.NewFile("kept"), "");
            using var next = new IndexFolder(root);

            Assert.False(Directory.Exists(dead));
            Assert.Equal(2, Directory.GetDirectories(root).Length);
        }

        Assert.Empty(Directory.GetDirectories(root));
        Directory.Delete(root);
    }

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(path, recursive: true);
    }
}
