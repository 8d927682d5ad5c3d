using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search;

/// <summary>
/// Knows the words of our own texts, without those that only the names of cases hold: a party's name is somebody's name. Numbers and
/// single letters are never kept.
/// </summary>
internal sealed class OwnWords(IKnowledgeBase knowledge) : ISearchTerms
{
    private const int Longest = 2_000;
    private readonly Lock building = new();
    private Known? latest;

    public SearchTerms Of(string query)
    {
        var known = For(knowledge.Current);
        var text = query.Length > Longest ? query[..Longest] : query;
        var (words, _) = known.Speller.Correct(text, Words.Split(Words.Fold(text)));
        var telling = words.Select(w => w.Text).Where(w => w.Length > 1 && !StopWords.Contains(w)).ToList();
        return new SearchTerms(
            [.. telling.Where(known.Words.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            telling.Count(w => !known.Words.Contains(w)));
    }

    private Known For(KnowledgeSnapshot snapshot)
    {
        lock (building)
        {
            if (latest?.Snapshot != snapshot.Version)
            {
                latest = Build(snapshot);
            }

            return latest;
        }
    }

    private static Known Build(KnowledgeSnapshot snapshot)
    {
        var documents = new KnowledgeDocuments(snapshot);
        var vocabulary = documents.Vocabulary();
        var ours = Vocabulary.Of([.. documents.Topics()], snapshot.Synonyms.Groups.SelectMany(g => g.Terms.Concat(g.Old)).Concat(snapshot.Synonyms.Everyday), []);
        var parties = Vocabulary.Of([], snapshot.Provisions.Where(p => p.Kind == "case").Select(p => p.Title), []).Keys.Where(w => !ours.ContainsKey(w));
        var words = vocabulary.Keys.Where(w => w.All(char.IsAsciiLetterLower)).ToHashSet(StringComparer.Ordinal);
        words.ExceptWith(parties);
        var kept = vocabulary.Where(v => words.Contains(v.Key)).ToDictionary(StringComparer.Ordinal);
        return new Known(snapshot.Version, words, new Speller(kept, snapshot.Synonyms.Spellings));
    }

    private sealed record Known(string Snapshot, HashSet<string> Words, Speller Speller);
}
