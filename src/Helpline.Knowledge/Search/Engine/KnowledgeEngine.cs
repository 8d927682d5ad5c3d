namespace Helpline.Knowledge.Search.Engine;

/// <summary>
/// The search engine this build uses: the one in memory unless the property SearchEngine names another (docs/adr/0008-search-engine-seam.md).
/// </summary>
internal static class KnowledgeEngine
{
    /// <summary>What it is called in reports.</summary>
#if LUCENE
    public const string Name = "Lucene.Net";
#elif FTS5
    public const string Name = "FTS5";
#else
    public const string Name = "memory";
#endif

    /// <summary>A builder of a new index.</summary>
    /// <param name="folder">Where index files go.</param>
    /// <param name="name">What the index is of.</param>
    public static IKnowledgeIndexBuilder Builder(IndexFolder folder, string name) =>
#if LUCENE
        new LuceneIndexBuilder(folder.NewFile(name));
#elif FTS5
        new Fts5IndexBuilder(folder.NewFile(name));
#else
        new MemoryIndexBuilder();
#endif
}
