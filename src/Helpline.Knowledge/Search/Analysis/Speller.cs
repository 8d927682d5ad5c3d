namespace Helpline.Knowledge.Search.Analysis;

/// <summary>
/// Corrects words that our own texts do not hold, by comparing them with the words they do. Only known words are ever offered,
/// and a word we know is left alone.
/// </summary>
internal sealed class Speller
{
    /// <summary>Words looked up in one query at most; what is pasted is not corrected word by word.</summary>
    private const int MostWords = 12;

    private readonly Dictionary<string, int> known;
    private readonly HashSet<string> stems;
    private readonly Dictionary<string, string> listed = new(StringComparer.Ordinal);
    private readonly ILookup<(char First, int Length), string> byShape;

    public Speller(IReadOnlyDictionary<string, int> vocabulary, IReadOnlyDictionary<string, string> spellings)
    {
        known = vocabulary.Where(v => v.Key.All(char.IsAsciiLetterLower)).ToDictionary(StringComparer.Ordinal);
        stems = [.. known.Keys.Select(Stems.Of)];
        byShape = known.Keys.Where(w => w.Length >= 3).ToLookup(w => (w[0], w.Length));
        foreach (var (wrong, right) in spellings)
        {
            listed[Words.Fold(wrong)] = Words.Fold(right);
        }
    }

    /// <summary>The words with corrections in place, and the text as we read it, or null when nothing was corrected.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="unfinished">A word that is still being typed and not judged yet.</param>
    public (IReadOnlyList<Word> Words, string? Corrected) Correct(string text, IReadOnlyList<Word> words, Word? unfinished = null)
    {
        var result = new List<Word>(words.Count);
        var corrected = text;
        var looked = 0;
        var shift = 0;
        foreach (var word in words)
        {
            var right = word == unfinished ? null : listed.GetValueOrDefault(word.Text);
            if (right is null && word != unfinished && CanBeWrong(word.Text) && looked < MostWords)
            {
                looked++;
                right = Nearest(word.Text);
            }

            result.Add(right is null ? word : word with { Text = right });
            if (right is not null)
            {
                corrected = corrected.Remove(word.Start + shift, word.Length).Insert(word.Start + shift, right);
                shift += right.Length - word.Length;
            }
        }

        return (result, ReferenceEquals(corrected, text) ? null : corrected);
    }

    /// <summary>How many slips a word of its length is likely to hold at most.</summary>
    public static int Reach(string word) => word.Length >= 8 ? 2 : 1;

    private bool CanBeWrong(string word) =>
        word.Length is >= 5 and <= 25
        && word.All(char.IsAsciiLetterLower)
        && !known.ContainsKey(word)
        && !stems.Contains(Stems.Of(word))
        && !StopWords.Contains(word);

    private string? Nearest(string word)
    {
        var reach = Reach(word);
        string? best = null;
        var bestRank = (Distance: int.MaxValue, Rarity: 0);
        foreach (var candidate in Candidates(word, reach))
        {
            var distance = Damerau.Distance(word, candidate, reach);
            // A far word must be a common one: a guess at a rare word is more often wrong than right.
            // A word that begins with the other is a form of it (driver, drive), not a slip.
            if (distance > reach
                || (distance == 2 && known[candidate] < 2)
                || candidate.StartsWith(word, StringComparison.Ordinal)
                || word.StartsWith(candidate, StringComparison.Ordinal))
            {
                continue;
            }

            var rank = (distance, -known[candidate]);
            if (rank.CompareTo(bestRank) < 0)
            {
                (best, bestRank) = (candidate, rank);
            }
        }

        return best;
    }

    /// <summary>Words that begin with the same letter, or with the first two exchanged, and are about as long.</summary>
    private IEnumerable<string> Candidates(string word, int reach)
    {
        for (var length = word.Length - reach; length <= word.Length + reach; length++)
        {
            foreach (var candidate in byShape[(word[0], length)])
            {
                yield return candidate;
            }
        }

        foreach (var candidate in byShape[(word[1], word.Length)].Where(c => c[1] == word[0]))
        {
            yield return candidate;
        }
    }
}
