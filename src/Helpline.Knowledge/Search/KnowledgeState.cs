using System.Collections.Concurrent;
using Helpline.Knowledge.Search.Analysis;
using Helpline.Knowledge.Search.Engine;
using Helpline.Knowledge.Search.Lay;

namespace Helpline.Knowledge.Search;

/// <summary>A snapshot and the indexes built from it. They close when the state is retired and the last reader has left.</summary>
internal sealed class KnowledgeState
{
    // One for being current, and one for each reader; at zero the indexes are closed and nobody can enter.
    private int holders = 1;
    private readonly ConcurrentDictionary<(int Article, int Passage), List<Token>> shown = new();

    public required KnowledgeSnapshot Snapshot { get; init; }

    public required Analyzer Analyzer { get; init; }

    public required TopicModel TopicModel { get; init; }

    public required QueryReader Queries { get; init; }

    /// <summary>Documents numbered as the snapshot's articles.</summary>
    public required PassageIndex Articles { get; init; }

    /// <summary>Documents numbered as the snapshot's topics.</summary>
    public required PassageIndex Topics { get; init; }

    public static KnowledgeState Build(KnowledgeSnapshot snapshot, IndexFolder folder)
    {
        var synonyms = new SynonymMap(snapshot.Synonyms);
        var analyzer = new Analyzer(synonyms);
        var units = LayUnits.Of(snapshot.LayWording, synonyms);
        var documents = new KnowledgeDocuments(snapshot);
        var vocabulary = documents.Vocabulary();
        return new KnowledgeState
        {
            Snapshot = snapshot,
            Analyzer = analyzer,
            TopicModel = new TopicModel([.. documents.Examples()], units),
            Queries = new QueryReader(
                analyzer,
                new Speller(vocabulary, snapshot.Synonyms.Spellings),
                new LayPhrases(snapshot.LayWording, units),
                new Completions(vocabulary),
                vocabulary),
            Articles = PassageIndex.Build(documents.Articles(), analyzer, KnowledgeEngine.Builder(folder, "articles")),
            Topics = PassageIndex.Build(documents.Topics(), analyzer, KnowledgeEngine.Builder(folder, "topics")),
        };
    }

    /// <summary>The tokens of a passage of an article, worked out when it is first shown.</summary>
    public IReadOnlyList<Token> TokensOf(int article, int passage) =>
        shown.GetOrAdd((article, passage), at => Analyzer.Text(Snapshot.Articles[at.Article].Passages[at.Passage].Text));

    /// <summary>The right to read the indexes, or null when they are closed because another state is current.</summary>
    public StateLease? TryLease()
    {
        while (true)
        {
            var seen = Volatile.Read(ref holders);
            if (seen == 0)
            {
                return null;
            }

            if (Interlocked.CompareExchange(ref holders, seen + 1, seen) == seen)
            {
                return new StateLease(this);
            }
        }
    }

    /// <summary>Another state is current now. Called once.</summary>
    public void Retire() => Release();

    internal void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            Articles.Dispose();
            Topics.Dispose();
        }
    }
}
