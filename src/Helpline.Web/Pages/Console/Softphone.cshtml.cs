using Helpline.Core.Advisers;
using Helpline.Core.Callbacks;
using Helpline.Telephony.Tokens;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Gives an adviser's browser what it registers with as their telephone, and keeps where they are rung. There is nothing to look at.</summary>
public sealed class SoftphoneModel(ISoftphones softphones, OwnPhoneService phones, HelplinePhone helpline) : PageModel
{
    public IActionResult OnGet() => NotFound();

    /// <summary>The adviser who is signed in, and nobody else, is who the pass is for.</summary>
    public IActionResult OnPostPass()
    {
        if (User.AdviserId() is not { } adviser)
        {
            return Forbid();
        }

        Response.Headers.CacheControl = "no-store";
        return new JsonResult(softphones.Issue(adviser));
    }

    /// <summary>The adviser is to be rung on a telephone of their own.</summary>
    public async Task<IActionResult> OnPostOwnAsync(string? number, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviser)
        {
            return Forbid();
        }

        // Ringing ourselves would make an enquirer of the adviser.
        var refusal = UkNumber.Read(number, out var read) == UkNumberOutcome.Ringable && helpline.Link == $"tel:{read}"
            ? "That is the helpline’s own number. Enter yours"
            : Refusal(await phones.UseAsync(adviser, number, cancellationToken), number);
        return await PanelAsync(adviser, refusal is null ? null : number?.Trim(), refusal, cancellationToken);
    }

    /// <summary>The adviser is to be rung in the browser; <paramref name="sound"/> as for <see cref="Hub.ConsoleHub.SetPresence"/>.</summary>
    public async Task<IActionResult> OnPostBrowserAsync(string? sound, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviser)
        {
            return Forbid();
        }

        var changed = await phones.UseBrowserAsync(adviser, softphones.IsTried(sound), cancellationToken);
        var refusal = changed ? null : "Try microphone and ringer first, or go away: you are available, and might not hear that a parent rings";
        return await PanelAsync(adviser, typed: null, refusal, cancellationToken);
    }

    private async Task<PartialViewResult> PanelAsync(AdviserId adviser, string? typed, string? error, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var view = OwnPhoneView.Of(await phones.NumberOfAsync(adviser, cancellationToken)) with { Typed = typed, Error = error };
        return Partial("_OwnPhone", view);
    }

    private static string? Refusal(UkNumberOutcome outcome, string? typed) => outcome switch
    {
        UkNumberOutcome.Ringable => null,
        UkNumberOutcome.NotWhole => string.IsNullOrWhiteSpace(typed) ? "Enter the number of your telephone" : "Enter a whole UK number, like 07700 900 123",
        UkNumberOutcome.Premium => "We cannot ring that kind of number. Enter a landline or mobile number",
        UkNumberOutcome.Abroad => "We can ring UK numbers only",
    };
}
