using Helpline.Knowledge;
using Helpline.Knowledge.Search;
using Helpline.Web.Editing;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>The knowledge panel's results while the adviser types.</summary>
public sealed class SearchModel(IKnowledgeBase knowledge, IKnowledgeSearch search, Standings standings, SearchWatch watch) : PageModel
{
    private const int Shown = 6;
    private const int ProvisionsShown = 3;

    public SearchResults? Found { get; private set; }

    public IEnumerable<string> Provisions(SearchResult result) =>
        result.Provisions.Take(ProvisionsShown).Select(id => knowledge.Current.Provisions.Find(id)).OfType<Helpline.Knowledge.Taxonomy.Provision>().Select(Short);

    public Standing StandingOf(SearchResult result) => standings.Of(result.Slug);

    public void OnPost([FromForm] string? q)
    {
        Response.Headers.CacheControl = "no-store";
        if (!string.IsNullOrWhiteSpace(q))
        {
            Found = search.Search(new SearchRequest { Query = q, Top = Shown });
        }

        watch.SearchedInConsole(User.UserId(), q ?? "", Found?.Total ?? 0);
    }

    /// <summary>An adviser opened a result; counted so that the search was not in vain.</summary>
    public void OnPostOpened() => watch.UsedInConsole(User.UserId());

    // "Children and Families Act 2014 – When ..." is the Act and its heading; the Act and the section are what an adviser quotes.
    private static string Short(Helpline.Knowledge.Taxonomy.Provision provision) =>
        $"{provision.Title.Split(" – ")[0]}, {provision.Section}";
}
