using System.Diagnostics;
using Helpline.Benchmarks.Measuring;
using Helpline.Knowledge;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helpline.Benchmarks.Searching;

/// <summary>From what was typed to ten results with their snippets, against the raw FTS5 query, which only names rows.</summary>
internal static class SearchLatency
{
    private const int Generated = 100_000;

    public static void Run()
    {
        Report.Title("(c) Search");
        using var folder = new WorkFolder();
        var options = Options.Create(new KnowledgeOptions { Path = Path.GetFullPath("content"), IndexPath = folder.Of("index") });
        using var knowledge = new KnowledgeBase(options, NullLogger<KnowledgeBase>.Instance);
        using var lease = knowledge.Lease();
        RealArticles(folder, knowledge, lease.State);
        GeneratedPassages(folder, lease.State);
    }

    private static void RealArticles(WorkFolder folder, KnowledgeBase knowledge, KnowledgeState state)
    {
        var documents = new KnowledgeDocuments(state.Snapshot).Articles().ToList();
        using var raw = new RawFts5(folder.Of("raw-real.db"), documents);
        using var files = new IndexFolder(folder.Of("rebuilt"));
        var search = new KnowledgeSearch(knowledge);
        var started = Stopwatch.GetTimestamp();
        KnowledgeState.Build(state.Snapshot, files).Retire();
        Report.Note($"The real articles: {documents.Count}, {documents.Sum(d => d.Passages.Count)} passages; analysed and indexed with the topics in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");
        Measure($"search ({KnowledgeEngine.Name})", rounds: 30, q => search.Search(new SearchRequest { Query = q }).Results.Count, raw);
    }

    private static void GeneratedPassages(WorkFolder folder, KnowledgeState state)
    {
        var documents = new GeneratedDocuments(state.Snapshot).Make(Generated).ToList();
        using var raw = new RawFts5(folder.Of("raw-generated.db"), documents);
        Engine("memory", documents, new MemoryIndexBuilder(), state, raw);
#if LUCENE
        Engine("Lucene.Net", documents, new LuceneIndexBuilder(folder.Of("generated-lucene")), state, raw);
#endif
        Engine("FTS5", documents, new Fts5IndexBuilder(folder.Of("generated.db")), state, raw);
    }

    private static void Engine(string name, List<SearchDocument> documents, IKnowledgeIndexBuilder builder, KnowledgeState state, RawFts5 raw)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        using var index = PassageIndex.Build(documents, state.Analyzer, builder);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Report.Note($"Generated, {name}: {Generated} passages, indexed in {took:0.0} s, {held / 1048576.0:0} MB of managed memory");
        Measure($"search ({name})", rounds: 3, q => Search(q, index, state, documents), raw);
    }

    // What KnowledgeSearch does, over documents that are no articles.
    private static int Search(string question, PassageIndex index, KnowledgeState state, List<SearchDocument> documents)
    {
        var query = state.Queries.Read(question);
        TopicScores.Of(state, query);
        var found = index.Find(query.Tokens, [], ArticleRanking.Passages).Take(10).ToList();
        foreach (var hit in found.Where(h => h.Passage >= 0))
        {
            var text = documents[hit.Document].Passages[hit.Passage].Text;
            SnippetWriter.Write(text, state.Analyzer.Text(text), query.Tokens);
        }

        return found.Count;
    }

    private static void Measure(string what, int rounds, Func<string, int> search, RawFts5 raw)
    {
        var ours = new Latencies();
        var limit = new Latencies();
        var results = 0;
        var allocated = 0L;
        for (var round = -1; round < rounds; round++)
        {
            foreach (var question in Questions.All)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var started = Stopwatch.GetTimestamp();
                results += search(question);
                var between = Stopwatch.GetTimestamp();
                allocated += round < 0 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
                raw.Find(question);
                if (round >= 0)
                {
                    // The first round warms up.
                    ours.Add(Stopwatch.GetElapsedTime(started, between).TotalMilliseconds);
                    limit.AddSince(between);
                }
            }
        }

        if (results == 0)
        {
            throw new InvalidOperationException("Nothing was found: the measurement is of nothing.");
        }

        Report.Beside($"{what}, with snippets", ours, "raw FTS5 query", limit);
        Report.Note($"{"allocated by one search",-34} {allocated / 1024.0 / ours.Count:0} KB");
    }
}
