namespace Helpline.Knowledge.Search;

/// <summary>What of a search may be kept: words of our own texts, corrected, and how many other words there were.</summary>
/// <param name="Known">The words we know, in alphabetical order, each once.</param>
/// <param name="Unknown">How many words we do not know.</param>
public sealed record SearchTerms(IReadOnlyList<string> Known, int Unknown);

/// <summary>Takes from what somebody typed only what cannot name anybody.</summary>
public interface ISearchTerms
{
    /// <summary>The words of our own vocabulary in a query. Never throws.</summary>
    /// <param name="query">What was typed.</param>
    SearchTerms Of(string query);
}
