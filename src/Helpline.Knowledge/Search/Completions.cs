using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search;

/// <summary>What a word that is still being typed may become: words of our own texts that begin so, the commonest first.</summary>
internal sealed class Completions
{
    /// <summary>How much a guess counts beside a word that was typed.</summary>
    public const double Weight = 0.5;

    private const int Shortest = 2;
    private const int Most = 6;
    private readonly string[] words;
    private readonly IReadOnlyDictionary<string, int> known;

    public Completions(IReadOnlyDictionary<string, int> vocabulary)
    {
        known = vocabulary;
        words = [.. vocabulary.Keys.Where(w => w.Length > Shortest && !StopWords.Contains(w)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The stems of the likeliest words that begin so; nothing for less than two letters.</summary>
    public IEnumerable<string> Of(string beginning)
    {
        if (beginning.Length < Shortest)
        {
            return [];
        }

        var at = Array.BinarySearch(words, beginning, StringComparer.Ordinal);
        return words.Skip(at < 0 ? ~at : at)
            .TakeWhile(w => w.StartsWith(beginning, StringComparison.Ordinal))
            .OrderByDescending(w => known[w])
            .Select(Stems.OfOurs)
            .Distinct()
            .Take(Most);
    }
}
