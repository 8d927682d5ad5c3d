namespace Helpline.Knowledge.Search.Engine;

/// <summary>
/// An immutable index of passages. Engines are given tokens, never text: what is relevant is decided before them.
/// Safe for concurrent readers.
/// </summary>
internal interface IKnowledgeIndex : IDisposable
{
    /// <summary>How many passages it holds.</summary>
    int Count { get; }

    /// <summary>In how many passages a token stands; the rarer, the more it tells.</summary>
    int DocumentFrequency(string token);

    /// <summary>Passages that hold any of the tokens and every facet, best first.</summary>
    IReadOnlyList<IndexHit> Query(IndexQuery query);
}

/// <summary>Gathers passages and makes an index of them. Used once, by one thread.</summary>
internal interface IKnowledgeIndexBuilder : IDisposable
{
    /// <summary>Adds a passage; passages are numbered from 0 in the order they are added.</summary>
    void Add(IndexPassage passage);

    /// <summary>Finishes the index.</summary>
    IKnowledgeIndex Build();
}

/// <summary>A passage as tokens, by field.</summary>
internal sealed record IndexPassage
{
    public IReadOnlyList<string> Title { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Citations { get; init; } = [];

    public IReadOnlyList<string> Body { get; init; } = [];

    /// <summary>What the passage can be narrowed down by; never scored.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];
}

/// <summary>A token and how much it counts.</summary>
internal readonly record struct WeightedToken(string Text, double Weight);

/// <summary>What to look for.</summary>
internal sealed record IndexQuery(IReadOnlyList<WeightedToken> Tokens, IReadOnlyList<string> Facets, int Limit);

/// <summary>A passage by its number, and its score; greater is better.</summary>
internal readonly record struct IndexHit(int Passage, double Score);
