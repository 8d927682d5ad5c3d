using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace Helpline.Knowledge.Search.Engine;

/// <summary>Reads a Lucene index of one segment. The searcher serves all threads.</summary>
internal sealed class LuceneIndex : IKnowledgeIndex
{
    /// <summary>Every token of a long text costs time, so only the most telling ones are asked for.</summary>
    private const int MostTokens = 48;

    private readonly string folder;
    private readonly FSDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly ConcurrentDictionary<string, Filter> filters = new(StringComparer.Ordinal);

    /// <summary>Opens an index that is whole.</summary>
    /// <param name="folder">Its folder, deleted when the index is disposed of.</param>
    /// <param name="directory">The folder, opened; the index owns it from now on.</param>
    /// <param name="similarity">How passages are scored.</param>
    public LuceneIndex(string folder, FSDirectory directory, Similarity similarity)
    {
        this.folder = folder;
        this.directory = directory;
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = similarity };
    }

    public int Count => reader.NumDocs;

    public int DocumentFrequency(string token) => reader.DocFreq(new Term(LuceneFields.Text, token));

    public IReadOnlyList<IndexHit> Query(IndexQuery query)
    {
        var asked = query.Tokens
            .Select(t => (Term: new Term(LuceneFields.Text, t.Text), t.Weight))
            .Select(t => (t.Term, t.Weight, States: TermContext.Build(reader.Context, t.Term)))
            .Where(t => t.States.DocFreq > 0)
            .OrderByDescending(t => t.Weight / Math.Log(2 + t.States.DocFreq))
            .Take(MostTokens)
            .ToList();
        if (asked.Count == 0 || query.Limit < 1 || query.Facets.Any(f => reader.DocFreq(Facet(f)) == 0))
        {
            return [];
        }

        var any = new BooleanQuery(disableCoord: true);
        foreach (var (term, weight, states) in asked)
        {
            any.Add(new TermQuery(term, states) { Boost = (float)(weight * LuceneBm25.Boost) }, Occur.SHOULD);
        }

        return [.. searcher.Search(Narrowed(any, query.Facets), query.Limit).ScoreDocs.Select(d => new IndexHit(d.Doc, d.Score))];
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        try
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Still open somewhere; its folder is cleared by the next run.
        }
    }

    /// <summary>Only passages that have every facet. Which those are is worked out when a facet is first asked for; facets score nothing.</summary>
    private Query Narrowed(Query query, IReadOnlyList<string> facets)
    {
        foreach (var facet in facets)
        {
            query = new FilteredQuery(query, filters.GetOrAdd(facet, f => new CachingWrapperFilter(new QueryWrapperFilter(new TermQuery(Facet(f))))));
        }

        return query;
    }

    private static Term Facet(string facet) => new(LuceneFields.Facets, facet);
}
