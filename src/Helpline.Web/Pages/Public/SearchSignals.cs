using System.Globalization;
using Helpline.Knowledge.Search;

namespace Helpline.Web.Pages.Public;

/// <summary>Tells every listener of searches and of what was opened from them, and makes the links by which the second is known.</summary>
public sealed class SearchSignals(IEnumerable<ISearchListener> listeners, IKnowledgeSearch search)
{
    /// <summary>The value of "from" in a link out of a list of results.</summary>
    public const string From = "search";

    private const int LastPosition = 50;

    /// <summary>Somebody searched and was shown this.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="place">Where.</param>
    public void Searched(SearchResults found, SearchPlace place)
    {
        foreach (var listener in listeners)
        {
            listener.Searched(found.Tokens, found.Total, place);
        }
    }

    /// <summary>
    /// An article was opened by a link of <see cref="Link"/>. What the link says of the search is read anew and keeps only words we know, since
    /// anybody can write a link.
    /// </summary>
    /// <param name="slug">The article.</param>
    /// <param name="words">"for" of the link.</param>
    /// <param name="position">"position" of the link.</param>
    /// <param name="place">"place" of the link.</param>
    public void Followed(string slug, string? words, string? position, string? place)
    {
        if (!int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at is < 1 or > LastPosition)
        {
            return;
        }

        var tokens = search.Known((words ?? "").Replace('-', ' '));
        var where = Enum.TryParse<SearchPlace>(place, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : SearchPlace.Site;
        foreach (var listener in listeners)
        {
            listener.Followed(tokens, slug, at, where);
        }
    }

    /// <summary>The address of a result. It says from which words and which place in the list it was opened, and leads to the passage that matched.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="result">One of the results.</param>
    /// <param name="position">Its place in the list, from 1.</param>
    /// <param name="place">Where the list is shown.</param>
    public static string Link(SearchResults found, SearchResult result, int position, SearchPlace place)
    {
        var words = Uri.EscapeDataString(string.Join('-', found.Tokens));
        var heading = result.Heading is { Id.Length: > 0 } h ? $"#{Uri.EscapeDataString(h.Id)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"/advice/{result.Slug}?from={From}&for={words}&position={position}&place={Name(place)}{heading}");
    }

    private static string Name(SearchPlace place) => place switch
    {
        SearchPlace.Site => "site",
        SearchPlace.Console => "console",
        SearchPlace.Ask => "ask",
    };
}
