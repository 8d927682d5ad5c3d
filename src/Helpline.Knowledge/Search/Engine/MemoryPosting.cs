namespace Helpline.Knowledge.Search.Engine;

/// <summary>The passages that hold a token, in order, and what it adds to the score of each.</summary>
internal sealed record MemoryPosting(int[] Passages, float[] Impacts);
