using Helpline.Knowledge.Search.Analysis;
using Helpline.Knowledge.Search.Lay;

namespace Helpline.Knowledge.Search;

/// <summary>Reads what was typed: shortens it, corrects it, understands families' phrases and turns it into tokens.</summary>
internal sealed class QueryReader(Analyzer analyzer, Speller speller, LayPhrases phrases, Completions completions, IReadOnlyDictionary<string, int> vocabulary)
{
    /// <summary>What is longer is a pasted letter: its beginning says what it is about.</summary>
    public const int Longest = 2000;

    private const int MostCounted = 12;

    /// <summary>What an unfinished word may become, in guessing the topic; more would say everything and nothing.</summary>
    private const int MostGuessed = 3;

    /// <param name="text">What was typed.</param>
    /// <param name="typing">Whether the last word may not be finished.</param>
    public ReadQuery Read(string? text, bool typing = false)
    {
        var query = Shorten(text ?? "", typing);
        var folded = Words.Fold(query);
        var citations = Citations.Find(folded);
        var split = Words.Split(folded);
        var unfinished = typing && split.Count > 0 && split[^1].End == folded.Length ? split[^1] : default(Word?);
        var (words, corrected) = speller.Correct(query, split, unfinished);
        var meaning = phrases.Read(words);
        var tokens = analyzer.Query(words, citations);
        foreach (var (means, strength) in meaning.Words)
        {
            tokens.AddRange(analyzer.Text(means).Select(t => t with { Start = 0, Length = 0, Weight = Ranking.LayWords * strength }));
        }

        if (unfinished is not { } last)
        {
            return new ReadQuery(query, corrected, Analyzer.Merge(tokens), meaning, words);
        }

        var stems = completions.Of(last.Text).ToList();
        tokens.AddRange(stems.Select(stem => new Token(stem, last.Start, last.Length, Completions.Weight)));
        return new ReadQuery(query, corrected, Analyzer.Merge(tokens), meaning, words)
        {
            Guessed = [.. words.SkipLast(1), .. stems.Take(MostGuessed).Select(stem => last with { Text = stem })],
        };
    }

    /// <summary>The words that may be counted: words of our own texts that say something, each once, by the alphabet.</summary>
    public IReadOnlyList<string> Known(IReadOnlyList<Word> words) =>
    [
        .. words.Select(w => w.Text)
            .Where(w => w.Length > 2 && w.All(char.IsAsciiLetterLower) && vocabulary.ContainsKey(w) && !StopWords.Contains(w))
            .Distinct(StringComparer.Ordinal)
            .Take(MostCounted)
            .Order(StringComparer.Ordinal),
    ];

    private static string Shorten(string text, bool typing)
    {
        var cut = text.Length > 4 * Longest ? text[..(4 * Longest)] : text;
        // A space after the last word says that it is finished.
        var trimmed = typing ? cut.TrimStart() : cut.Trim();
        if (trimmed.Length <= Longest)
        {
            return trimmed;
        }

        // Never between the halves of a pair.
        return trimmed[..(char.IsHighSurrogate(trimmed[Longest - 1]) ? Longest - 1 : Longest)];
    }
}

/// <summary>A query as we read it.</summary>
/// <param name="Text">What was typed, shortened.</param>
/// <param name="Corrected">The text with corrections, or null.</param>
/// <param name="Tokens">What to look for.</param>
/// <param name="Meaning">What its phrases mean.</param>
/// <param name="Words">Its words, corrected.</param>
internal sealed record ReadQuery(string Text, string? Corrected, IReadOnlyList<Token> Tokens, LayMeaning Meaning, IReadOnlyList<Word> Words)
{
    /// <summary>Its words for guessing the topic: a word still being typed stands for what it may become.</summary>
    public IReadOnlyList<Word> Guessed { get; init; } = Words;
}
