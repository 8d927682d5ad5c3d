namespace Helpline.Knowledge.Search.Analysis;

/// <summary>A word of a text: folded to small letters without marks, with its place.</summary>
internal readonly record struct Word(string Text, int Start, int Length)
{
    public int End => Start + Length;
}
