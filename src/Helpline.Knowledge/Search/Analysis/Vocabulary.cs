namespace Helpline.Knowledge.Search.Analysis;

/// <summary>The words of our own texts and how often each stands there. Never built from what users type: that holds slips.</summary>
internal static class Vocabulary
{
    /// <summary>A word of the questions is a slip of another that stands so many times as often.</summary>
    private const int Rarer = 20;

    /// <summary>Counts the words.</summary>
    /// <param name="documents">What is searched.</param>
    /// <param name="terms">Further words we know.</param>
    /// <param name="asked">Questions as families write them, on purpose with slips here and there: what is plainly one is left out, so that it is still corrected.</param>
    public static Dictionary<string, int> Of(IEnumerable<SearchDocument> documents, IEnumerable<string> terms, IEnumerable<string> asked)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            Add(document.Title, words);
            Add(document.Summary, words);
            foreach (var text in document.Aliases.Concat(document.Topics))
            {
                Add(text, words);
            }

            foreach (var passage in document.Passages)
            {
                Add(passage.Heading, words);
                Add(passage.Text, words);
            }
        }

        foreach (var term in terms)
        {
            Add(term, words);
        }

        AddAsked(asked, words);
        return words;
    }

    private static void AddAsked(IEnumerable<string> asked, Dictionary<string, int> words)
    {
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var question in asked)
        {
            Add(question, said);
        }

        foreach (var (word, often) in said.Where(w => words.ContainsKey(w.Key)))
        {
            words[word] += often;
        }

        var byShape = words.Where(w => w.Value >= Rarer).ToLookup(w => (w.Key[0], w.Key.Length), w => w.Key);
        var added = said.Where(w => !words.ContainsKey(w.Key) && !IsSlip(w.Key, w.Value * Rarer, words, byShape)).ToList();
        foreach (var (word, often) in added)
        {
            words[word] = often;
        }
    }

    private static bool IsSlip(string word, int often, Dictionary<string, int> words, ILookup<(char First, int Length), string> byShape)
    {
        var reach = Speller.Reach(word);
        return Enumerable.Range(word.Length - reach, (2 * reach) + 1)
            .SelectMany(length => byShape[(word[0], length)])
            .Any(other => words[other] >= often && Damerau.Distance(word, other, reach) <= reach);
    }

    private static void Add(string text, Dictionary<string, int> words)
    {
        foreach (var word in Words.Split(Words.Fold(text)))
        {
            words[word.Text] = words.GetValueOrDefault(word.Text) + 1;
        }
    }
}
