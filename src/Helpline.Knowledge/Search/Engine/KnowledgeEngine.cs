namespace Helpline.Knowledge.Search.Engine;

/// <summary>The search engine this build uses.</summary>
internal static class KnowledgeEngine
{
    /// <summary>What it is called in reports.</summary>
    public const string Name = "memory";

    /// <summary>A builder of a new index.</summary>
    /// <param name="folder">Where index files go.</param>
    /// <param name="name">What the index is of.</param>
    public static IKnowledgeIndexBuilder Builder(IndexFolder folder, string name) => new MemoryIndexBuilder();
}
