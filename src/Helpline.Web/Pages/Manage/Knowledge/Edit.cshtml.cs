using Helpline.Core.Publishing;
using Helpline.Knowledge.Editing;
using Helpline.Web.Editing;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Writing a draft: saved while typing, checked by the same readers that serve it, shown as both readers will see it.</summary>
[Authorize(Policy = Policies.EditKnowledge)]
public sealed class EditModel(PublishingQueries queries, IContentCheck check, DraftService drafts) : FilePage(queries, check)
{
    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The number the page was shown with.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>The text the page was shown with, so that what another editor changed since can be told apart.</summary>
    [BindProperty]
    public string? Loaded { get; set; }

    public CheckedText? Checked { get; private set; }

    /// <summary>What another editor changed since the page was shown; null when nobody did.</summary>
    public IReadOnlyList<DiffLine>? Theirs { get; private set; }

    /// <summary>This editor's text against the stored one.</summary>
    public IReadOnlyList<DiffLine> Mine { get; private set; } = [];

    public string? OtherEditor { get; private set; }

    /// <summary>Whether what is served is no longer what the draft was begun on.</summary>
    public bool BaseMoved => Open is { } open && open.BaseHash != (Served is null ? null : Check.Hash(Served)) && Versions.Any(v => v.Id == open.Id);

    public IReadOnlyList<DiffLine> AgainstServed { get; private set; } = [];

    /// <summary>The text of a line with a problem.</summary>
    public string LineAt(int line) => (Body ?? "").Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r') ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Open is not { Status: VersionStatus.Draft } open)
        {
            return Redirect(Text.Address);
        }

        Body = Loaded = await Queries.TextAsync(Text.Path, open.Number, cancellationToken);
        Note = open.Note;
        Version = open.Version;
        return Show();
    }

    /// <summary>Saves and says what is wrong. A draft may be saved as wrong as it is.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await SaveAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        ViewData["Saved"] = true;
        return Show();
    }

    /// <summary>Saves and hands the draft to a second person, if it may be published as it is.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken)
    {
        if (await SaveAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (MayBePublished(Body))
        {
            var outcome = await drafts.SubmitAsync(Open!.Id, Version, ShippedHash, By(Note), cancellationToken);
            if (outcome == EditOutcome.Done)
            {
                TempData["Done"] = "The version waits for a second person";
                return Redirect(Text.Address);
            }

            ModelState.AddModelError(
                outcome == EditOutcome.WhyMissing ? nameof(Note) : "",
                outcome == EditOutcome.WhyMissing ? "Say what changes and why: the second person reads it" : EditWords.Of(outcome));
        }

        return Show();
    }

    /// <summary>The draft takes what is served now as its base.</summary>
    public async Task<IActionResult> OnPostTakeBaseAsync(CancellationToken cancellationToken)
    {
        if (await SaveAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var outcome = await drafts.TakeBaseAsync(Open!.Id, Version, ShippedHash, By(), cancellationToken);
        if (outcome == EditOutcome.Done)
        {
            return Redirect($"{Text.Address}/edit");
        }

        ModelState.AddModelError("", EditWords.Of(outcome));
        return Show();
    }

    /// <summary>Saves on a pause in typing; answers with the outcome and the number to save on next.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Open is not { } open)
        {
            return new JsonResult(new { outcome = "notNow", version = Version }) { StatusCode = StatusCodes.Status409Conflict };
        }

        var saved = await drafts.SaveAsync(Draft(open), By(), cancellationToken);
        return new JsonResult(new { outcome = saved.Outcome == EditOutcome.Done ? "saved" : saved.Outcome == EditOutcome.Conflict ? "conflict" : "notNow", version = saved.Version });
    }

    private async Task<IActionResult?> SaveAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Body = Plain(Body);
        if (Open is not { } open)
        {
            ModelState.AddModelError("", EditWords.Of(EditOutcome.NotNow));
            return Show();
        }

        var saved = await drafts.SaveAsync(Draft(open), By(), cancellationToken);
        ModelState.Remove(nameof(Version));
        ModelState.Remove(nameof(Loaded));
        ModelState.Remove(nameof(Body));
        if (saved.Outcome == EditOutcome.Done)
        {
            Version = saved.Version;
            Loaded = Body;
            await FindAsync(cancellationToken);
            return null;
        }

        if (saved.Outcome == EditOutcome.Conflict)
        {
            await ShowConflictAsync(open, saved.Version, cancellationToken);
        }
        else
        {
            ModelState.AddModelError("", EditWords.Of(saved.Outcome));
        }

        return Show();
    }

    private async Task ShowConflictAsync(VersionSummary open, long storedVersion, CancellationToken cancellationToken)
    {
        var stored = await Queries.TextAsync(Text.Path, open.Number, cancellationToken) ?? "";
        OtherEditor = (await Queries.NamesAsync([open.EditorId], cancellationToken)).GetValueOrDefault(open.EditorId, "Somebody");
        Theirs = LineDiff.Of(Plain(Loaded), stored);
        Mine = LineDiff.Of(stored, Body!);
        Version = storedVersion;
        Loaded = stored;
        ModelState.AddModelError(nameof(Body), $"{OtherEditor} changed this draft while you were writing. Nothing is lost: see below, put both together and save again");
    }

    private SaveDraft Draft(VersionSummary open)
    {
        var text = Plain(Body);
        return new SaveDraft { VersionId = open.Id, Version = Version, Text = text, Hash = Check.Hash(text), Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim() };
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show()
    {
        Checked = Check.Check(Text.Path, Body ?? "");
        AgainstServed = LineDiff.Of(Served ?? "", Body ?? "");
        return Page();
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n");
}
