using Helpline.Knowledge;
using Helpline.Knowledge.Notices;
using Helpline.Knowledge.Search;
using Helpline.Web.Editing;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>The knowledge panel's results while the adviser types.</summary>
public sealed class SearchModel(IKnowledgeBase knowledge, IKnowledgeSearch search, SearchSignals signals, Standings standings, SearchWatch watch) : PageModel
{
    private const int Shown = 6;
    private const int ProvisionsShown = 3;
    private const int ResultsHeeded = 2;
    private const int NoticesShown = 4;

    public SearchResults? Found { get; private set; }

    public IEnumerable<string> Provisions(SearchResult result) =>
        result.Provisions.Take(ProvisionsShown).Select(id => knowledge.Current.Provisions.Find(id)).OfType<Helpline.Knowledge.Taxonomy.Provision>().Select(Short);

    /// <summary>Warnings on what the best results are chiefly about.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public Standing StandingOf(SearchResult result) => standings.Of(result.Slug);

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

            Notices = [.. knowledge.Current.NoticesOn([.. Found.Results.Take(ResultsHeeded).Select(r => r.Topics[0])]).Take(NoticesShown)];
        }

        watch.SearchedInConsole(User.UserId(), q ?? "", Found?.Total ?? 0);
    }

    /// <summary>An adviser opened a result; counted so that the search was not in vain.</summary>
    public void OnPostOpened() => watch.UsedInConsole(User.UserId());

    // "Children and Families Act 2014 – When ..." is the Act and its heading; the Act and the section are what an adviser quotes.
    private static string Short(Helpline.Knowledge.Taxonomy.Provision provision) =>
        $"{provision.Title.Split(" – ")[0]}, {provision.Section}";
}
