using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Benchmarks.Searching;

/// <summary>
/// Documents made of the words of our own articles, as often as they stand there, and of invented rarer words, as any large collection
/// has them. The same for every run.
/// </summary>
internal sealed class GeneratedDocuments(KnowledgeSnapshot snapshot)
{
    private const int WordsInPassage = 120;
    private const int PassagesInDocument = 10;
    private const int Invented = 40_000;
    private const double ShareOfOurs = 0.7;

    /// <summary>Documents with so many passages in all.</summary>
    public IEnumerable<SearchDocument> Make(int passages)
    {
        var random = new Random(20261122);
        var ours = snapshot.Articles.SelectMany(a => a.Passages).SelectMany(p => Words.Split(Words.Fold(p.Text))).Select(w => w.Text).ToArray();
        for (var made = 0; made < passages; made += PassagesInDocument)
        {
            yield return new SearchDocument
            {
                Title = Text(random, ours, 6),
                Summary = Text(random, ours, 20),
                Passages = [.. Enumerable.Range(0, PassagesInDocument).Select(_ => new ArticlePassage(Text(random, ours, 4), Text(random, ours, WordsInPassage)))],
            };
        }
    }

    private static string Text(Random random, string[] ours, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => random.NextDouble() < ShareOfOurs ? ours[random.Next(ours.Length)] : Rare(random)));

    // The further down the list of a language, the rarer the word: about one over its rank.
    private static string Rare(Random random)
    {
        var rank = (int)Math.Pow(Invented, random.NextDouble());
        Span<char> letters = stackalloc char[6];
        var rest = (uint)rank * 2654435761u;
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)('a' + (rest % 26));
            rest = (rest / 26) ^ (uint)rank;
        }

        return new string(letters);
    }
}
