namespace Helpline.Knowledge.Search;

/// <summary>What was found, best first.</summary>
/// <param name="Query">What was typed, shortened when it was very long.</param>
/// <param name="Corrected">The query as we read it, when a word was taken for a misspelling; otherwise null.</param>
/// <param name="Total">How many articles match.</param>
/// <param name="Results">The best of them.</param>
public sealed record SearchResults(string Query, string? Corrected, int Total, IReadOnlyList<SearchResult> Results)
{
    /// <summary>
    /// The words of the query that are words of our own texts, corrected, each once and in order of the alphabet. What we do not know,
    /// such as a name, is not among them, so that they may be counted without knowing who asked.
    /// </summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];
}
