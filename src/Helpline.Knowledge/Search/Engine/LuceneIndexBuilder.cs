using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Helpline.Knowledge.Search.Engine;

/// <summary>Writes a Lucene index into a folder of its own. It is written once, as one segment, and is only read from then on.</summary>
internal sealed class LuceneIndexBuilder : IKnowledgeIndexBuilder
{
    /// <summary>Passages kept in memory before they are written as a segment.</summary>
    public const int MostBuffered = 10_000;

    /// <summary>Counts but no positions: passages are asked for any of the tokens, never for phrases.</summary>
    private static readonly FieldType Counted = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };

    private readonly string folder;
    private readonly FSDirectory directory;
    private readonly IndexWriter writer;
    private readonly LuceneTokens tokens = new();
    private readonly Field text;
    private long length;
    private bool built;

    /// <summary>Starts an index.</summary>
    /// <param name="folder">A folder that is not there yet.</param>
    public LuceneIndexBuilder(string folder)
    {
        this.folder = folder;
        text = new Field(LuceneFields.Text, tokens, Counted);
        directory = FSDirectory.Open(folder, NoLockFactory.GetNoLockFactory());
        // Merging neighbours, in this thread, keeps the passages in the order they were added: their numbers are those of the documents.
        writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            OpenMode = OpenMode.CREATE,
            Similarity = new LuceneBm25(1),
            MaxBufferedDocs = MostBuffered,
            MergePolicy = new LogDocMergePolicy(),
            MergeScheduler = new SerialMergeScheduler(),
        });
    }

    public void Add(IndexPassage passage)
    {
        length += tokens.Read(passage);
        var document = new Document { text };
        foreach (var facet in passage.Facets)
        {
            document.Add(new StringField(LuceneFields.Facets, facet, Field.Store.NO));
        }

        writer.AddDocument(document);
    }

    public IKnowledgeIndex Build()
    {
        var mean = Math.Max(1, (double)length / Math.Max(1, writer.NumDocs));
        writer.ForceMerge(1);
        writer.Dispose();
        built = true;
        return new LuceneIndex(folder, directory, new LuceneBm25(mean));
    }

    public void Dispose()
    {
        tokens.Dispose();
        if (!built)
        {
            // The folder is cleared with that of the run.
            writer.Rollback();
            directory.Dispose();
        }
    }
}
