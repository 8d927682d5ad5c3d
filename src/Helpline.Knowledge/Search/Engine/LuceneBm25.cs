using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Helpline.Knowledge.Search.Engine;

/// <summary>
/// BM25 over one field in which a token stands as often as the field it came from counts, so that counts are weighted before they saturate,
/// as in the other engines. Lucene 4.8 has no counts other than occurrences, and its own similarity is not BM25 unless it is set.
/// </summary>
/// <param name="mean">The mean number of tokens of a passage, before they are repeated.</param>
internal sealed class LuceneBm25(double mean) : BM25Similarity((float)(Saturation * Scale), (float)LengthShare)
{
    /// <summary>Occurrences of a token of weight 1. Every field weight times this is a whole number.</summary>
    public const int Scale = 2;

    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    /// <summary>What a query weight is multiplied by, so that a score is what it would be without repetition.</summary>
    public const double Boost = (Saturation + 1) / ((Saturation * Scale) + 1);

    // Lucene would count the repetitions; the lengths of passages it keeps do not.
    protected override float AvgFieldLength(CollectionStatistics collectionStats) => (float)mean;
}
