using System.Runtime.InteropServices;

namespace Helpline.Knowledge.Search.Engine;

/// <summary>Gathers passages in memory.</summary>
internal sealed class MemoryIndexBuilder : IKnowledgeIndexBuilder
{
    private readonly Dictionary<string, List<(int Passage, float Count)>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> facets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float> counts = new(StringComparer.Ordinal);
    private readonly List<int> lengths = [];

    public void Add(IndexPassage passage)
    {
        counts.Clear();
        var length = Count(passage.Title, FieldWeights.Title)
            + Count(passage.Aliases, FieldWeights.Aliases)
            + Count(passage.Topics, FieldWeights.Topics)
            + Count(passage.Citations, FieldWeights.Citations)
            + Count(passage.Body, FieldWeights.Body);
        foreach (var (token, count) in counts)
        {
            ListOf(postings, token).Add((lengths.Count, count));
        }

        foreach (var facet in passage.Facets)
        {
            ListOf(facets, facet).Add(lengths.Count);
        }

        lengths.Add(length);
    }

    public IKnowledgeIndex Build()
    {
        var mean = lengths.Count == 0 ? 1 : Math.Max(1, lengths.Average());
        return new MemoryIndex(
            lengths.Count,
            postings.ToDictionary(p => p.Key, p => Posting(p.Value, mean), StringComparer.Ordinal),
            facets.ToDictionary(f => f.Key, f => Bits(f.Value), StringComparer.Ordinal));
    }

    public void Dispose()
    {
        // Nothing is held but memory.
    }

    private int Count(IReadOnlyList<string> tokens, double weight)
    {
        foreach (var token in tokens)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, token, out _) += (float)weight;
        }

        return tokens.Count;
    }

    /// <summary>BM25 with the counts of the fields weighted before they saturate; the same formula FTS5 uses.</summary>
    private MemoryPosting Posting(List<(int Passage, float Count)> list, double mean)
    {
        const double k = 1.2;
        const double b = 0.75;
        var idf = Math.Log(1 + ((lengths.Count - list.Count + 0.5) / (list.Count + 0.5)));
        var passages = new int[list.Count];
        var impacts = new float[list.Count];
        for (var i = 0; i < passages.Length; i++)
        {
            var (passage, count) = list[i];
            passages[i] = passage;
            impacts[i] = (float)(idf * count * (k + 1) / (count + (k * (1 - b + (b * lengths[passage] / mean)))));
        }

        return new MemoryPosting(passages, impacts);
    }

    private ulong[] Bits(List<int> passages)
    {
        var bits = new ulong[(lengths.Count + 63) / 64];
        foreach (var passage in passages)
        {
            bits[passage >> 6] |= 1UL << (passage & 63);
        }

        return bits;
    }

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= [];
}
