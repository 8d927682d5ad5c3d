namespace Helpline.Knowledge.Search;

/// <summary>Finds articles by what people type.</summary>
public interface IKnowledgeSearch
{
    /// <summary>Answers any text of any length in bounded time; what means nothing finds nothing. Never throws.</summary>
    /// <param name="request">What to look for.</param>
    SearchResults Search(SearchRequest request);
}
