namespace Helpline.Web.Pages.Public;

/// <summary>
/// Hears of searches and of results that were opened. It is told words of our own texts, counts and places in a list; never who searched,
/// nor what was typed. A search that is never followed was abandoned. Must not throw and not wait.
/// </summary>
public interface ISearchListener
{
    /// <summary>Somebody searched.</summary>
    /// <param name="tokens">The words of the search that we know, by the alphabet; empty when we know none.</param>
    /// <param name="found">How many articles were found.</param>
    /// <param name="place">Where.</param>
    void Searched(IReadOnlyList<string> tokens, int found, SearchPlace place);

    /// <summary>Somebody opened a result.</summary>
    /// <param name="tokens">The words of the search it came from, as <see cref="Searched"/> was told them.</param>
    /// <param name="slug">The article opened.</param>
    /// <param name="position">Its place in the list, from 1.</param>
    /// <param name="place">Where the search was.</param>
    void Followed(IReadOnlyList<string> tokens, string slug, int position, SearchPlace place);
}
