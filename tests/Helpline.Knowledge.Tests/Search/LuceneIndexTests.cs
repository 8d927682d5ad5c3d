using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Engine;

namespace Helpline.Knowledge.Tests.Search;

public sealed class LuceneIndexTests : KnowledgeIndexContract
{
    private protected override IKnowledgeIndexBuilder Builder(IndexFolder indexes, string name) => new LuceneIndexBuilder(indexes.NewFile(name));

    [Fact]
    public void Times_EachFieldWeight_IsExact() => Assert.All(
        [FieldWeights.Title, FieldWeights.Aliases, FieldWeights.Topics, FieldWeights.Citations, FieldWeights.Body],
        weight => Assert.Equal(weight * LuceneBm25.Scale, LuceneTokens.Times(weight), 9));

    [Fact]
    public void Query_PassagesOfFourTokens_ScoresAsTheEngineInMemory()
    {
        // Four is a length that Lucene keeps exactly.
        IndexPassage[] passages =
        [
            new() { Title = ["cat"], Body = ["a", "b", "c"] },
            new() { Aliases = ["cat", "dog"], Body = ["a", "b"] },
            new() { Topics = ["cat"], Citations = ["dog"], Body = ["cat", "b"] },
            new() { Body = ["cat", "cat", "dog", "d"] },
            .. Enumerable.Range(0, 20).Select(i => new IndexPassage { Body = ["e", "f", "g", $"h{i}"] }),
        ];
        var query = new IndexQuery([new WeightedToken("cat", 1), new WeightedToken("dog", 0.4)], [], 10);

        var lucene = Scores(query, passages, Builder);
        var memory = Scores(query, passages, (_, _) => new MemoryIndexBuilder());

        Assert.Equal(4, memory.Count);
        Assert.Equal(memory.Select(h => h.Passage), lucene.Select(h => h.Passage));
        Assert.All(memory.Zip(lucene), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 4));
    }

    [Fact]
    public void Build_OfSegmentsThatGrow_KeepsTheNumbersOfThePassages()
    {
        const int many = 3 * LuceneIndexBuilder.MostBuffered;
        using var indexes = new TemporaryIndexes();
        using var builder = Builder(indexes.Folder, "many");
        for (var i = 0; i < many; i++)
        {
            builder.Add(new IndexPassage { Body = [$"w{i}", .. Enumerable.Repeat("common", i / 1_000)] });
        }

        using var index = builder.Build();

        Assert.Equal(many, index.Count);
        Assert.All(
            [0, 1, LuceneIndexBuilder.MostBuffered - 1, LuceneIndexBuilder.MostBuffered, many - 1],
            i => Assert.Equal(i, Assert.Single(index.Query(new IndexQuery([new WeightedToken($"w{i}", 1)], [], 10))).Passage));
    }

    [Fact]
    public void Dispose_OfTheIndex_DeletesItsFiles()
    {
        using var indexes = new TemporaryIndexes();
        var folder = indexes.Folder.NewFile("gone");
        using var builder = new LuceneIndexBuilder(folder);
        builder.Add(new IndexPassage { Body = ["cat"] });
        var index = builder.Build();
        Assert.True(Directory.Exists(folder));

        index.Dispose();

        Assert.False(Directory.Exists(folder));
    }

    private static IReadOnlyList<IndexHit> Scores(IndexQuery query, IndexPassage[] passages, Func<IndexFolder, string, IKnowledgeIndexBuilder> engine)
    {
        using var indexes = new TemporaryIndexes();
        using var builder = engine(indexes.Folder, "scores");
        foreach (var passage in passages)
        {
            builder.Add(passage);
        }

        using var index = builder.Build();
        return index.Query(query);
    }

    private sealed class TemporaryIndexes : IDisposable
    {
        private readonly string path = Path.Combine(Path.GetTempPath(), "helpline-tests", Guid.NewGuid().ToString("N"));

        public TemporaryIndexes() => Folder = new IndexFolder(path);

        public IndexFolder Folder { get; }

        public void Dispose()
        {
            Folder.Dispose();
            Directory.Delete(path, recursive: true);
        }
    }
}
