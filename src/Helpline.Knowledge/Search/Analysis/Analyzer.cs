namespace Helpline.Knowledge.Search.Analysis;

/// <summary>
/// The chain that decides relevance, the same for every engine and on both sides: citations, canonical synonyms, stop words, stems.
/// Tokens hold only letters and digits.
/// </summary>
internal sealed class Analyzer(SynonymMap synonyms)
{
    /// <summary>How much the single words of a term count in a query beside the term itself.</summary>
    private const double PartOfTerm = 0.35;

    /// <summary>How much the whole counts beside the exact citation: section 36 beside section 36(8).</summary>
    private const double WholeOfCitation = 0.6;

    /// <summary>The tokens of a text to be indexed or shown.</summary>
    public List<Token> Text(string text)
    {
        var folded = Words.Fold(text);
        var tokens = new List<Token>();
        var citations = Citations.Find(folded);
        foreach (var citation in citations)
        {
            tokens.AddRange(citation.Tokens.Select(t => new Token(t, citation.Start, citation.Length)));
        }

        AddWords(Outside(Words.Split(folded), citations), tokens, keepAll: false, Stems.OfOurs);
        return tokens;
    }

    /// <summary>The weighted tokens of a query whose words have been corrected.</summary>
    public List<Token> Query(IReadOnlyList<Word> words, IReadOnlyList<Citation> citations)
    {
        var tokens = new List<Token>();
        var outside = Outside(words, citations);
        AddWords(outside, tokens, keepAll: false, Stems.Of);
        if (tokens.Count == 0 && citations.Count == 0)
        {
            AddWords(outside, tokens, keepAll: true, Stems.Of);
        }

        AddCitations(citations, tokens);
        return Merge(tokens);
    }

    /// <summary>A citation, its wholes, and the same within the Act that is named, or else within the Act or regulations most asked about.</summary>
    private static void AddCitations(IReadOnlyList<Citation> citations, List<Token> tokens)
    {
        var act = SynonymMap.TokenOf(SynonymMap.ActPrefix);
        var acts = tokens.Where(t => t.Text.StartsWith(act, StringComparison.Ordinal)).Select(t => t.Text[act.Length..]).Distinct().ToList();
        foreach (var citation in citations)
        {
            for (var i = 0; i < citation.Tokens.Count; i++)
            {
                var exact = i == citation.Tokens.Count - 1 || citation.Tokens[i].StartsWith("plan", StringComparison.Ordinal);
                tokens.Add(new Token(citation.Tokens[i], citation.Start, citation.Length, exact ? 1 : WholeOfCitation));
            }

            var whole = citation.Tokens[0];
            var named = acts.Count > 0 ? acts : whole.StartsWith("sec", StringComparison.Ordinal) ? ["cfa2014"] : whole.StartsWith("reg", StringComparison.Ordinal) ? ["sendr2014"] : [];
            tokens.AddRange(named.Select(a => new Token(InAct(a, whole), citation.Start, citation.Length, acts.Count > 0 ? 1 : PartOfTerm)));
        }
    }

    /// <summary>The token of a citation within an Act, given by the prefix of its provisions' ids.</summary>
    public static string InAct(string prefix, string citation) => $"{prefix}x{citation}";

    private void AddWords(List<Word> words, List<Token> tokens, bool keepAll, Func<string, string> stem)
    {
        for (var i = 0; i < words.Count;)
        {
            if (synonyms.Match(words, i) is not { } term)
            {
                Add(words[i], 1, tokens, keepAll, stem);
                i++;
                continue;
            }

            var last = words[i + term.Words - 1];
            tokens.Add(new Token(SynonymMap.TokenOf(term.Group), words[i].Start, last.End - words[i].Start));
            for (var part = 0; part < term.Words && (term.Words > 1 || term.Old); part++)
            {
                Add(words[i + part], term.Old && term.Words == 1 ? 1 : PartOfTerm, tokens, keepAll, stem);
            }

            i += term.Words;
        }
    }

    private static void Add(Word word, double weight, List<Token> tokens, bool keepAll, Func<string, string> stem)
    {
        if (keepAll || (!StopWords.Contains(word.Text) && (word.Length > 1 || char.IsDigit(word.Text[0]))))
        {
            tokens.Add(new Token(stem(word.Text), word.Start, word.Length, weight));
        }
    }

    private static List<Word> Outside(IReadOnlyList<Word> words, IReadOnlyList<Citation> citations) =>
        [.. words.Where(w => w.Text.Length > 0 && !citations.Any(c => w.Start < c.End && c.Start < w.End))];

    /// <summary>One token of each kind, with its greatest weight.</summary>
    public static List<Token> Merge(List<Token> tokens) =>
        [.. tokens.GroupBy(t => t.Text, StringComparer.Ordinal).Select(g => g.MaxBy(t => t.Weight))];
}
