using Helpline.Core.Advisers;
using Helpline.Core.Data;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Staff;

/// <summary>Ends the session; an adviser goes offline with it.</summary>
public sealed class SignOutModel(SignInManager<HelplineUser> signIn, AdviserService advisers) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (User.AdviserId() is { } adviserId)
        {
            await advisers.SetPresenceAsync(adviserId, Presence.Offline, null, cancellationToken);
        }

        await signIn.SignOutAsync();
        return Redirect("/sign-in");
    }
}
