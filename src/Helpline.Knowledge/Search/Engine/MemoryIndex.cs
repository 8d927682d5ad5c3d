using System.Buffers;

namespace Helpline.Knowledge.Search.Engine;

/// <summary>An index in memory: for each token the passages that hold it, with their scores worked out when it was built.</summary>
internal sealed class MemoryIndex(int count, Dictionary<string, MemoryPosting> postings, Dictionary<string, ulong[]> facets) : IKnowledgeIndex
{
    /// <summary>Every token of a long text costs time, so only the most telling ones are asked for.</summary>
    private const int MostTokens = 48;

    public int Count => count;

    public int DocumentFrequency(string token) => postings.TryGetValue(token, out var posting) ? posting.Passages.Length : 0;

    public IReadOnlyList<IndexHit> Query(IndexQuery query)
    {
        var asked = query.Tokens
            .Where(t => postings.ContainsKey(t.Text))
            .Select(t => (Posting: postings[t.Text], Weight: (float)t.Weight))
            .OrderByDescending(t => t.Weight / Math.Log(2 + t.Posting.Passages.Length))
            .Take(MostTokens)
            .ToList();
        if (asked.Count == 0 || query.Limit < 1 || query.Facets.Any(f => !facets.ContainsKey(f)))
        {
            return [];
        }

        var scores = ArrayPool<float>.Shared.Rent(count);
        try
        {
            Array.Clear(scores, 0, count);
            foreach (var (posting, weight) in asked)
            {
                for (var i = 0; i < posting.Passages.Length; i++)
                {
                    scores[posting.Passages[i]] += weight * posting.Impacts[i];
                }
            }

            return Best(scores, [.. query.Facets.Select(f => facets[f])], query.Limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    public void Dispose()
    {
        // Nothing is held but memory.
    }

    /// <summary>The best of those that have every facet; of equals the first added.</summary>
    private List<IndexHit> Best(float[] scores, ulong[][] asked, int limit)
    {
        var queue = new PriorityQueue<int, (float Score, int Later)>();
        for (var passage = 0; passage < count; passage++)
        {
            var score = scores[passage];
            if (score <= 0 || !Array.TrueForAll(asked, bits => (bits[passage >> 6] >> (passage & 63) & 1) == 1))
            {
                continue;
            }

            if (queue.Count < limit)
            {
                queue.Enqueue(passage, (score, -passage));
            }
            else if (queue.TryPeek(out _, out var least) && score > least.Score)
            {
                queue.DequeueEnqueue(passage, (score, -passage));
            }
        }

        var best = new List<IndexHit>(queue.Count);
        while (queue.TryDequeue(out var passage, out var rank))
        {
            best.Add(new IndexHit(passage, rank.Score));
        }

        best.Reverse();
        return best;
    }
}
