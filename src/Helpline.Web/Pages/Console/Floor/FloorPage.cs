using Helpline.Core.Floor;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console.Floor;

/// <summary>A page of acts on the floor: what cannot be done is said beside its field.</summary>
public abstract class FloorPage : PageModel
{
    /// <summary>Goes back to the board when it was done; otherwise says why not.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="field">The field the reason stands beside.</param>
    /// <param name="again">Shows the page again.</param>
    protected async Task<IActionResult> AfterAsync(FloorOutcome outcome, string field, Func<Task<IActionResult>> again)
    {
        switch (outcome)
        {
            case FloorOutcome.Done:
                return Redirect("/console/floor");
            case FloorOutcome.NotFound:
                return NotFound();
            case FloorOutcome.MovedOn:
                ModelState.AddModelError(field, "This has moved on meanwhile. Look at the board again");
                break;
            case FloorOutcome.ConfirmSafeguarding:
                ModelState.AddModelError("Confirmed", "Tick that you mean it: this moves a contact into or out of safeguarding");
                break;
            case FloorOutcome.NotOverdue:
                ModelState.AddModelError(field, "The time for wrap-up is not over yet");
                break;
            case FloorOutcome.NoSuchSkill:
                ModelState.AddModelError(field, "The adviser does not have this skill");
                break;
            case FloorOutcome.AdviserOffline:
                ModelState.AddModelError(field, "This adviser is offline. Choose somebody who is at work");
                break;
        }

        return await again();
    }
}
