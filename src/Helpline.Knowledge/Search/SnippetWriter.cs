using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search;

/// <summary>Cuts from a passage the window that holds most of what was asked, and marks the matches.</summary>
internal static class SnippetWriter
{
    private const int Window = 240;

    public static IReadOnlyList<SnippetSegment> Write(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Token> query)
    {
        var weights = query.ToDictionary(t => t.Text, t => t.Weight, StringComparer.Ordinal);
        var matches = tokens.Where(t => weights.ContainsKey(t.Text)).OrderBy(t => t.Start).ToList();
        var (from, to) = Bounds(text, Best(matches, weights));
        var segments = new List<SnippetSegment>();
        var at = from;
        if (from > 0)
        {
            segments.Add(new SnippetSegment("… ", false));
        }

        foreach (var match in matches.Where(m => m.Start >= from && m.Start + m.Length <= to))
        {
            // Tokens may overlap: a term and its words.
            if (match.Start + match.Length <= at)
            {
                continue;
            }

            var start = Math.Max(match.Start, at);
            Add(text[at..start], false);
            Add(text[start..(match.Start + match.Length)], true);
            at = match.Start + match.Length;
        }

        Add(text[at..to], false);
        if (to < text.Length)
        {
            segments.Add(new SnippetSegment(" …", false));
        }

        return segments;

        void Add(string piece, bool marked)
        {
            if (piece.Length > 0)
            {
                segments.Add(new SnippetSegment(piece, marked));
            }
        }
    }

    /// <summary>Where the window with the most weight of different tokens begins.</summary>
    private static int Best(List<Token> matches, Dictionary<string, double> weights)
    {
        var best = (Start: 0, Weight: 0.0);
        for (var i = 0; i < matches.Count; i++)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var weight = 0.0;
            for (var j = i; j < matches.Count && matches[j].Start + matches[j].Length <= matches[i].Start + Window; j++)
            {
                weight += seen.Add(matches[j].Text) ? weights[matches[j].Text] : 0;
            }

            best = weight > best.Weight ? (matches[i].Start, weight) : best;
        }

        return best.Start;
    }

    /// <summary>Begins at a sentence when one begins shortly before, otherwise at a word; ends at a word.</summary>
    private static (int From, int To) Bounds(string text, int start)
    {
        var from = start;
        if (start > 0)
        {
            var earliest = Math.Max(0, start - (Window / 3));
            var sentence = text.LastIndexOf(". ", start, start - earliest, StringComparison.Ordinal);
            from = sentence >= 0 ? sentence + 2 : earliest == 0 ? 0 : NextWord(text, earliest, start);
        }

        var to = Math.Min(text.Length, from + Window);
        if (to < text.Length)
        {
            var space = text.LastIndexOf(' ', to, Math.Min(40, to - from));
            to = space > from ? space : to;
            to = char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
        }

        return (from, to);
    }

    private static int NextWord(string text, int from, int start)
    {
        var space = text.IndexOf(' ', from, start - from);
        return space < 0 ? start : space + 1;
    }
}
