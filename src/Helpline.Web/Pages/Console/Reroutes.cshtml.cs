using Helpline.Core.Locations;
using Helpline.Core.Routing;
using Helpline.Core.Surges;
using Helpline.Knowledge;
using Helpline.Web.Pages.Console.Floor;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Which queues are sent elsewhere, as every console shows it.</summary>
public sealed class ReroutesModel(RerouteService reroutes, SurgeBoard surges, IKnowledgeBase knowledge, AuthorityDirectory authorities) : PageModel
{
    public SurgeView? Surge { get; private set; }

    public IReadOnlyList<string> Sentences { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var words = new FloorWords(knowledge, authorities);
        Surge = await surges.CurrentAsync(cancellationToken);
        Sentences = [.. (await reroutes.ActiveAsync(cancellationToken)).Select(words.Sentence)];
    }
}
