namespace Helpline.Knowledge.Search.Analysis;

/// <summary>The words of our own texts and how often each stands there. Never built from what users type: that holds slips.</summary>
internal static class Vocabulary
{
    public static Dictionary<string, int> Of(IEnumerable<SearchDocument> documents, IEnumerable<string> terms)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            Add(document.Title);
            Add(document.Summary);
            foreach (var text in document.Aliases.Concat(document.Topics))
            {
                Add(text);
            }

            foreach (var passage in document.Passages)
            {
                Add(passage.Heading);
                Add(passage.Text);
            }
        }

        foreach (var term in terms)
        {
            Add(term);
        }

        return words;

        void Add(string text)
        {
            foreach (var word in Words.Split(Words.Fold(text)))
            {
                words[word.Text] = words.GetValueOrDefault(word.Text) + 1;
            }
        }
    }
}
