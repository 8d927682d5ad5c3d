using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search;

/// <summary>Reads what was typed: shortens it, corrects it and turns it into tokens.</summary>
internal sealed class QueryReader(Analyzer analyzer, Speller speller)
{
    /// <summary>What is longer is a pasted letter: its beginning says what it is about.</summary>
    public const int Longest = 2000;

    public ReadQuery Read(string? text)
    {
        var query = Shorten(text ?? "");
        var folded = Words.Fold(query);
        var citations = Citations.Find(folded);
        var (words, corrected) = speller.Correct(query, Words.Split(folded));
        return new ReadQuery(query, corrected, analyzer.Query(words, citations));
    }

    private static string Shorten(string text)
    {
        var trimmed = text.Length > 4 * Longest ? text[..(4 * Longest)].Trim() : text.Trim();
        if (trimmed.Length <= Longest)
        {
            return trimmed;
        }

        // Never between the halves of a pair.
        return trimmed[..(char.IsHighSurrogate(trimmed[Longest - 1]) ? Longest - 1 : Longest)];
    }
}

/// <summary>A query as we read it.</summary>
internal sealed record ReadQuery(string Text, string? Corrected, IReadOnlyList<Token> Tokens);
