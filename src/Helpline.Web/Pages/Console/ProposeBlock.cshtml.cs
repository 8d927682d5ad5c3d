using Helpline.Core.Blocks;
using Helpline.Core.Contacts;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>An adviser proposes to block the number of a contact they have just ended as abusive or a hoax.</summary>
public sealed class ProposeBlockModel(BlockService blocks) : PageModel
{
    [FromRoute(Name = "id")]
    public Guid Id { get; init; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Whether the proposal is with the supervisors now.</summary>
    public bool IsProposed { get; private set; }

    public void OnGet() => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } by)
        {
            return Forbid();
        }

        var note = Note?.Trim() ?? "";
        if (note.Length is 0 or > Block.NoteLength)
        {
            ModelState.AddModelError(nameof(Note), note.Length == 0 ? "Write what happened" : $"Write at most {Block.NoteLength} characters");
            return Page();
        }

        var outcome = await blocks.ProposeAsync(new ContactId(Id), note, by, cancellationToken);
        var problem = outcome switch
        {
            ProposeBlockOutcome.Proposed or ProposeBlockOutcome.AlreadyProposed => null,
            ProposeBlockOutcome.NotYours => "You did not end this contact",
            ProposeBlockOutcome.NotThisEnding => "Only a call that ended as abusive or a hoax can lead to a block",
            ProposeBlockOutcome.NumberWithheld => "The number was withheld, so it can’t be blocked",
            ProposeBlockOutcome.Safeguarding => "This contact is marked as safeguarding, so its number is not blocked",
        };
        if (problem is null)
        {
            IsProposed = true;
        }
        else
        {
            ModelState.AddModelError(nameof(Note), problem);
        }

        return Page();
    }
}
