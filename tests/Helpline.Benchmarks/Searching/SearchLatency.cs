using System.Diagnostics;
using Helpline.Benchmarks.Measuring;
using Helpline.Knowledge;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;
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
        var snapshot = lease.State.Snapshot;
        RealArticles(folder, knowledge, snapshot);
        GeneratedPassages(folder, snapshot);
    }

    private static void RealArticles(WorkFolder folder, KnowledgeBase knowledge, KnowledgeSnapshot snapshot)
    {
        var documents = new KnowledgeDocuments(snapshot).Articles().ToList();
        using var raw = new RawFts5(folder.Of("raw-real.db"), documents);
        var search = new KnowledgeSearch(knowledge);
        Report.Note($"The real articles: {documents.Count}, {documents.Sum(d => d.Passages.Count)} passages");
        Measure(rounds: 30, q => search.Search(new SearchRequest { Query = q }).Results.Count, raw);
    }

    private static void GeneratedPassages(WorkFolder folder, KnowledgeSnapshot snapshot)
    {
        var documents = new GeneratedDocuments(snapshot).Make(Generated).ToList();
        using var raw = new RawFts5(folder.Of("raw-generated.db"), documents);
        var analyzer = new Analyzer(new SynonymMap(snapshot.Synonyms));
        var started = Stopwatch.GetTimestamp();
        using var index = PassageIndex.Build(documents, analyzer, new Fts5IndexBuilder(folder.Of("generated.db")));
        var words = Vocabulary.Of(new KnowledgeDocuments(snapshot).Articles(), new KnowledgeDocuments(snapshot).Terms());
        var reader = new QueryReader(analyzer, new Speller(words, snapshot.Synonyms.Spellings));
        Report.Note($"Generated: {Generated} passages, indexed in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        Measure(rounds: 3, q => Search(q, reader, index, analyzer, documents), raw);
    }

    // What KnowledgeSearch does, over documents that are no articles.
    private static int Search(string question, QueryReader reader, PassageIndex index, Analyzer analyzer, List<SearchDocument> documents)
    {
        var query = reader.Read(question);
        var found = index.Find(query.Tokens, [], 1000).Take(10).ToList();
        foreach (var hit in found)
        {
            SnippetWriter.Write(documents[hit.Document].Passages[hit.Passage].Text, analyzer, query.Tokens);
        }

        return found.Count;
    }

    private static void Measure(int rounds, Func<string, int> search, RawFts5 raw)
    {
        var ours = new Latencies();
        var limit = new Latencies();
        var results = 0;
        for (var round = -1; round < rounds; round++)
        {
            foreach (var question in Questions.All)
            {
                var started = Stopwatch.GetTimestamp();
                results += search(question);
                var between = Stopwatch.GetTimestamp();
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

        Report.Beside("search, with snippets", ours, "raw FTS5 query", limit);
    }
}
