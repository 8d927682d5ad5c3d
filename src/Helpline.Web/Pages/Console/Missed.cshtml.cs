using Helpline.Core.Contacts;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Why the contact of a callback is gone from the page: the caller was not reached. Empty when that was not why.</summary>
public sealed class MissedModel(ContactQueries contacts) : PageModel
{
    public MissedCallback? Missed { get; private set; }

    public string How => Missed?.Code switch
    {
        CallbackMissed.NoAnswer => "Nobody answered.",
        CallbackMissed.NotPressed => "It was answered, perhaps by a machine, and nobody pressed the key to be joined.",
        CallbackMissed.Refused => "The number could not be rung.",
        _ => "The line to the parent did not come up.",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        Missed = await contacts.MissedAsync(new ContactId(id), adviserId, cancellationToken);
        return Page();
    }
}
