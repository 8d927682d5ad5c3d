using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Search;
using Helpline.Web.Pages.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>The knowledge panel's results while the adviser types.</summary>
public sealed class SearchModel(IKnowledgeBase knowledge, IKnowledgeSearch search, SearchSignals signals, TimeProvider time) : PageModel
{
    private const int Shown = 6;
    private const int ProvisionsShown = 3;

    public SearchResults? Found { get; private set; }

    public IEnumerable<string> Provisions(SearchResult result) =>
        result.Provisions.Take(ProvisionsShown).Select(id => knowledge.Current.Provisions.Find(id)).OfType<Helpline.Knowledge.Taxonomy.Provision>().Select(Short);

    public bool IsDue(SearchResult result) => knowledge.Current.Articles.Find(result.Slug)?.IsDueForReview(time.LondonToday()) ?? false;

    public void OnPost([FromForm] string? q, [FromForm] bool typing)
    {
        Response.Headers.CacheControl = "no-store";
        if (!string.IsNullOrWhiteSpace(q))
        {
            Found = search.Search(new SearchRequest { Query = q, Top = Shown, Typing = typing });
            if (!typing)
            {
                // While somebody types, every letter asks; the search is what stood there when they paused.
                signals.Searched(Found, SearchPlace.Console);
            }
        }
    }

    // "Children and Families Act 2014 – When ..." is the Act and its heading; the Act and the section are what an adviser quotes.
    private static string Short(Helpline.Knowledge.Taxonomy.Provision provision) =>
        $"{provision.Title.Split(" – ")[0]}, {provision.Section}";
}
