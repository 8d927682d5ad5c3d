namespace Helpline.Knowledge.Search.Analysis;

/// <summary>A citation found in a text: its tokens from the whole (sec36) to the most exact (sec36x8).</summary>
internal sealed record Citation(int Start, int Length, IReadOnlyList<string> Tokens)
{
    public int End => Start + Length;
}
