using System.Globalization;
using Helpline.Knowledge.Articles;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Helpline.Knowledge.Tests.Search;

/// <summary>What search would be with Lucene alone: its own English analysis of title, summary and body, any of the words typed, best by BM25.</summary>
internal sealed class PlainLucene : IDisposable
{
    private const string Slug = "slug";
    private static readonly string[] Fields = ["title", "summary", "body"];
    private readonly RAMDirectory directory = new();
    private readonly EnglishAnalyzer analyzer = new(LuceneVersion.LUCENE_48);
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public PlainLucene(IEnumerable<Article> articles)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var article in articles)
            {
                writer.AddDocument(
                [
                    new StringField(Slug, article.Slug, Field.Store.YES),
                    new TextField(Fields[0], article.Title, Field.Store.NO),
                    new TextField(Fields[1], article.Summary, Field.Store.NO),
                    new TextField(Fields[2], string.Join('\n', article.Passages.Select(p => $"{p.Heading}\n{p.Text}")), Field.Store.NO),
                ]);
            }
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public List<string> Find(string text)
    {
        var query = new BooleanQuery();
        foreach (var token in Tokens(text))
        {
            foreach (var field in Fields)
            {
                query.Add(new TermQuery(new Term(field, token)), Occur.SHOULD);
            }
        }

        return [.. searcher.Search(query, 10).ScoreDocs.Select(d => searcher.Doc(d.Doc).Get(Slug, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    private List<string> Tokens(string text)
    {
        using var stream = analyzer.GetTokenStream(Fields[0], text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var tokens = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            tokens.Add(term.ToString()!);
        }

        stream.End();
        return [.. tokens.Distinct()];
    }
}
