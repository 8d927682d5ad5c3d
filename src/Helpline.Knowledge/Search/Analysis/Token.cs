namespace Helpline.Knowledge.Search.Analysis;

/// <summary>A token with the place in the text it came from, and how much it counts in a query.</summary>
internal readonly record struct Token(string Text, int Start, int Length, double Weight = 1);
