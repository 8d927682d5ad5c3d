using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search.Analysis;
using Helpline.Knowledge.Search.Engine;

namespace Helpline.Knowledge.Search;

/// <summary>
/// Documents over an engine's passages. A document has a head (title, summary, aliases, topics, citations) and its passages, each a
/// passage of the engine, so that common words stay rarer than half; its score is the head's and its best passage's.
/// </summary>
internal sealed class PassageIndex : IDisposable
{
    private const int Head = -1;
    private const int Question = -2;
    private readonly IKnowledgeIndex index;
    private readonly (int Document, int Passage)[] rows;

    private PassageIndex(IKnowledgeIndex index, (int, int)[] rows) => (this.index, this.rows) = (index, rows);

    /// <summary>Builds from any documents, numbered from 0 in their order.</summary>
    public static PassageIndex Build(IEnumerable<SearchDocument> documents, Analyzer analyzer, IKnowledgeIndexBuilder builder)
    {
        var rows = new List<(int, int)>();
        var number = 0;
        foreach (var document in documents)
        {
            builder.Add(HeadOf(document, analyzer));
            rows.Add((number, Head));
            foreach (var question in document.Questions)
            {
                builder.Add(new IndexPassage { Title = Tokens(analyzer, question), Facets = document.Facets });
                rows.Add((number, Question));
            }

            for (var i = 0; i < document.Passages.Count; i++)
            {
                var passage = document.Passages[i];
                builder.Add(new IndexPassage { Title = Tokens(analyzer, passage.Heading), Body = Tokens(analyzer, passage.Text), Facets = FacetsOf(document, passage) });
                rows.Add((number, i));
            }

            number++;
        }

        return new PassageIndex(builder.Build(), [.. rows]);
    }

    /// <summary>The documents that match, best first; all of them, so that the caller can count.</summary>
    public IReadOnlyList<DocumentHit> Find(IReadOnlyList<Token> tokens, IReadOnlyList<string> facets, int limit)
    {
        var query = new IndexQuery([.. tokens.Select(t => new WeightedToken(t.Text, t.Weight))], facets, limit);
        var heads = new Dictionary<int, double>();
        var questions = new Dictionary<int, double>();
        var best = new Dictionary<int, (int Passage, double Score)>();
        foreach (var hit in index.Query(query))
        {
            var (document, passage) = rows[hit.Passage];
            if (passage == Head)
            {
                heads[document] = hit.Score;
            }
            else if (passage == Question)
            {
                questions.TryAdd(document, hit.Score);
            }
            else
            {
                // Hits come best first.
                best.TryAdd(document, (passage, hit.Score));
            }
        }

        return
        [
            .. heads.Keys.Union(best.Keys).Union(questions.Keys)
                .Select(d => best.TryGetValue(d, out var p) ? Hit(d, p.Passage, p.Score) : Hit(d, -1, 0))
                .OrderByDescending(h => h.Score)
                .ThenBy(h => h.Document),
        ];

        DocumentHit Hit(int document, int passage, double score) => new(
            document,
            passage,
            heads.GetValueOrDefault(document) + (Ranking.PassageShare * score) + (Ranking.QuestionShare * questions.GetValueOrDefault(document)));
    }

    public void Dispose() => index.Dispose();

    private static IndexPassage HeadOf(SearchDocument document, Analyzer analyzer) => new()
    {
        Title = Tokens(analyzer, document.Title),
        Aliases = [.. document.Aliases.SelectMany(a => Tokens(analyzer, a))],
        Topics = [.. document.Topics.SelectMany(t => Tokens(analyzer, t))],
        Citations = [.. document.Provisions.SelectMany(CitationTokens)],
        Body = Tokens(analyzer, document.Summary),
        Facets = document.Facets,
    };

    /// <summary>What only advisers see is not under the facet that a parent's search asks for.</summary>
    private static IReadOnlyList<string> FacetsOf(SearchDocument document, ArticlePassage passage) =>
        passage.Audience == Audience.Adviser ? [.. document.Facets.Where(f => f != KnowledgeDocuments.Public)] : document.Facets;

    private static IEnumerable<string> CitationTokens((string Act, string Section) provision)
    {
        foreach (var citation in Citations.Find(Words.Fold(provision.Section)))
        {
            foreach (var token in citation.Tokens)
            {
                yield return token;
            }

            yield return Analyzer.InAct(provision.Act, citation.Tokens[0]);
        }

        yield return SynonymMap.TokenOf(SynonymMap.ActPrefix + provision.Act);
    }

    private static List<string> Tokens(Analyzer analyzer, string text) => [.. analyzer.Text(text).Select(t => t.Text)];
}

/// <summary>A document by its number, its best passage (-1 when none matches) and its score.</summary>
internal readonly record struct DocumentHit(int Document, int Passage, double Score);
