using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.GaveUp;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Callers who gave up waiting, to be rung back in the order they gave up. For supervisors, because it shows numbers.</summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class GaveUpModel(GaveUpQueries gaveUp, GaveUpService service, IKnowledgeBase knowledge, AuthorityDirectory authorities, TimeProvider time) : PageModel
{
    /// <summary>How far back it looks, in days.</summary>
    public const int Days = 7;

    public IReadOnlyList<GaveUpCall> Calls { get; private set; } = [];

    /// <summary>What it was about, as far as they said.</summary>
    public string TopicOf(GaveUpCall call) =>
        knowledge.Current.Topics.Find(call.TopicId)?.Label ?? knowledge.Current.TopicGroups.Find(call.TopicGroupId)?.Label ?? "Not said";

    /// <summary>The council, as far as they said.</summary>
    public string CouncilOf(GaveUpCall call) => authorities.ByCode(call.AuthorityCode)?.Name ?? "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Calls = await gaveUp.ListAsync(time.GetUtcNow().UtcDateTime.AddDays(-Days), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid contactId, [FromForm] bool reached, CancellationToken cancellationToken) =>
        User.AdviserId() is not { } by ? Forbid()
        : await service.NoteAsync(new ContactId(contactId), reached, by, cancellationToken) ? RedirectToPage()
        : NotFound();
}
