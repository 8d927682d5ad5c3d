using Helpline.Core.Callbacks;
using Helpline.Core.OutsideNumbers;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Console;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage;

/// <summary>The directory of numbers that advisers may bring into a call.</summary>
public sealed class DirectoryModel(OutsideNumberService numbers) : PageModel
{
    /// <summary>The kinds, as the form offers them.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
        [.. Enum.GetValues<OutsideNumberKind>().Select(k => new FieldOption(k.ToString(), OutsideNumberWords.Of(k)))];

    /// <summary>The entry that is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Edit { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<OutsideNumberEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Edit is { } id && Entries.FirstOrDefault(e => e.Id.Value == id) is { } entry)
        {
            (Name, Kind, Number, Note) = (entry.Name, entry.Kind.ToString(), UkNumber.Written(entry.Number), entry.Note);
        }
        else
        {
            Edit = null;
        }
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (Terms() is { } terms)
        {
            var outcome = Edit is { } id
                ? await numbers.ChangeAsync(new OutsideNumberId(id), terms, User.UserId(), cancellationToken)
                : await numbers.AddAsync(terms, User.UserId(), cancellationToken);
            switch (outcome)
            {
                case OutsideNumberOutcome.Done:
                    return RedirectToPage(new { edit = (Guid?)null });
                case OutsideNumberOutcome.NameTaken:
                    ModelState.AddModelError(nameof(Name), "Another entry has this name. Choose a name that advisers can tell apart");
                    break;
                case OutsideNumberOutcome.Gone:
                    ModelState.AddModelError(nameof(Name), "A colleague has removed this entry meanwhile. Save again to add it anew");
                    Edit = null;
                    ModelState.Remove(nameof(Edit));
                    break;
            }
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        // Removed already is as good.
        await numbers.RemoveAsync(new OutsideNumberId(id), User.UserId(), cancellationToken);
        return RedirectToPage(new { edit = (Guid?)null });
    }

    private OutsideNumberTerms? Terms()
    {
        var name = string.Join(' ', (Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length == 0)
        {
            ModelState.AddModelError(nameof(Name), "Enter who answers there");
        }
        else if (name.Length > OutsideNumber.NameLength)
        {
            ModelState.AddModelError(nameof(Name), $"The name must be {OutsideNumber.NameLength} characters or fewer");
        }

        if (!Enum.TryParse<OutsideNumberKind>(Kind, out var kind) || !Enum.IsDefined(kind))
        {
            ModelState.AddModelError(nameof(Kind), "Choose a kind");
        }

        var number = "";
        var mistake = string.IsNullOrWhiteSpace(Number) ? "Enter the number" : UkNumber.Read(Number, out number) switch
        {
            UkNumberOutcome.Ringable => null,
            UkNumberOutcome.NotWhole => "Enter a whole number, such as one that begins with 01, 02, 03, 07 or 080",
            UkNumberOutcome.Premium => "Enter a number that is not at a premium rate",
            UkNumberOutcome.Abroad => "Enter a number in the United Kingdom",
        };
        if (mistake is not null)
        {
            ModelState.AddModelError(nameof(Number), mistake);
        }

        var note = Note?.ReplaceLineEndings(" ").Trim();
        if (note?.Length > OutsideNumber.NoteLength)
        {
            ModelState.AddModelError(nameof(Note), $"The note must be {OutsideNumber.NoteLength} characters or fewer");
        }

        return ModelState.IsValid ? new OutsideNumberTerms(name, kind, number, string.IsNullOrEmpty(note) ? null : note) : null;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Entries = await numbers.ListAsync(cancellationToken);
    }
}
