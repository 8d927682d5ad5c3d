namespace Helpline.Knowledge.Search;

/// <summary>Finds articles by what people type.</summary>
public interface IKnowledgeSearch
{
    /// <summary>Answers any text of any length in bounded time; what means nothing finds nothing. Never throws.</summary>
    /// <param name="request">What to look for.</param>
    SearchResults Search(SearchRequest request);

    /// <summary>The words of a text that are words of our own texts, as <see cref="SearchResults.Tokens"/>. Never throws.</summary>
    /// <param name="text">Any text.</param>
    IReadOnlyList<string> Known(string text);
}
