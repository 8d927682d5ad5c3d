using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Helpline.Knowledge.Search.Engine;

/// <summary>
/// Gives Lucene the tokens of one passage after the other, each as often as its field counts. Repetitions stand at the same place,
/// so that they do not lengthen the passage.
/// </summary>
internal sealed class LuceneTokens : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute step;
    private readonly (IReadOnlyList<string> Tokens, int Times)[] fields = new (IReadOnlyList<string>, int)[5];
    private int field;
    private int token;
    private int given;

    public LuceneTokens()
    {
        term = AddAttribute<ICharTermAttribute>();
        step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Occurrences of a token of a field.</summary>
    public static int Times(double weight) => (int)Math.Round(weight * LuceneBm25.Scale);

    /// <summary>The passage to give next.</summary>
    /// <returns>How many tokens it has.</returns>
    public int Read(IndexPassage passage)
    {
        fields[0] = (passage.Title, Times(FieldWeights.Title));
        fields[1] = (passage.Aliases, Times(FieldWeights.Aliases));
        fields[2] = (passage.Topics, Times(FieldWeights.Topics));
        fields[3] = (passage.Citations, Times(FieldWeights.Citations));
        fields[4] = (passage.Body, Times(FieldWeights.Body));
        return fields.Sum(f => f.Tokens.Count);
    }

    public override void Reset()
    {
        base.Reset();
        (field, token, given) = (0, 0, 0);
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        while (field < fields.Length && token == fields[field].Tokens.Count)
        {
            (field, token) = (field + 1, 0);
        }

        if (field == fields.Length)
        {
            return false;
        }

        var (tokens, times) = fields[field];
        term.SetEmpty().Append(tokens[token]);
        step.PositionIncrement = given == 0 ? 1 : 0;
        if (++given == times)
        {
            (token, given) = (token + 1, 0);
        }

        return true;
    }
}
