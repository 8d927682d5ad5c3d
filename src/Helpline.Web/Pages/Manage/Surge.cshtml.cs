using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Surges;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage;

/// <summary>The surge switch: one place that changes what is promised everywhere.</summary>
public sealed class SurgeModel(SurgeService surges, SurgeBoard board, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The last day, as the browser's date field sends it.</summary>
    [BindProperty]
    public string? EndDay { get; set; }

    /// <summary>The time on the clock in London, as 17:30.</summary>
    [BindProperty]
    public string? EndTime { get; set; }

    [BindProperty]
    public string? Banner { get; set; }

    /// <summary>Working days; empty for the usual.</summary>
    [BindProperty]
    public string? ReplyDays { get; set; }

    [BindProperty]
    public bool DeadlinesOnly { get; set; }

    /// <summary>Callbacks in each period; empty for any number.</summary>
    [BindProperty]
    public string? Quota { get; set; }

    [BindProperty]
    public bool QuotaIsHourly { get; set; }

    /// <summary>Whether the page was asked to show the banner before anything is done.</summary>
    public bool Previews { get; private set; }

    public SurgeView? Current { get; private set; }

    public IReadOnlyList<SurgeLogEntry> Log { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Current is { } on)
        {
            var end = on.Until.ToLondon();
            (Reason, Banner, DeadlinesOnly, QuotaIsHourly) = (on.Reason, on.Banner, on.DeadlinesOnly, on.QuotaIsHourly);
            EndDay = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            EndTime = end.ToString("HH:mm", CultureInfo.InvariantCulture);
            ReplyDays = on.ReplyWorkingDays?.ToString(CultureInfo.InvariantCulture);
            Quota = on.CallbackQuota?.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            EndDay = time.LondonToday().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        Terms();
        Previews = ModelState.IsValid;
        await LoadAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostOnAsync(CancellationToken cancellationToken) =>
        DoAsync(terms => surges.StartAsync(terms, User.UserId(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken) =>
        DoAsync(terms => surges.ChangeAsync(terms, User.UserId(), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken)
    {
        // Over already is as good.
        await surges.EndAsync(User.UserId(), cancellationToken);
        return RedirectToPage();
    }

    private async Task<IActionResult> DoAsync(Func<SurgeTerms, Task<SurgeOutcome>> change, CancellationToken cancellationToken)
    {
        if (Terms() is { } terms && ModelState.IsValid)
        {
            switch (await change(terms))
            {
                case SurgeOutcome.Done:
                    return RedirectToPage();
                case SurgeOutcome.AlreadyOn:
                    ModelState.AddModelError(nameof(Reason), "A colleague has switched a surge on meanwhile. See above what it changes");
                    break;
                case SurgeOutcome.NotOn:
                    ModelState.AddModelError(nameof(Reason), "The surge is over. Switch it on again if it is still needed");
                    break;
                case SurgeOutcome.EndPast:
                    ModelState.AddModelError(nameof(EndTime), "Enter an end that is still to come");
                    break;
                case SurgeOutcome.TooLong:
                    ModelState.AddModelError(nameof(EndDay), $"A surge lasts {Surge.LongestDays} days at most. You can extend it later");
                    break;
            }
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private SurgeTerms? Terms()
    {
        var reason = Text(Reason, nameof(Reason), "The reason", Surge.ReasonLength);
        if (reason is null)
        {
            ModelState.AddModelError(nameof(Reason), "Enter why, so that colleagues understand");
        }

        var banner = Text(Banner, nameof(Banner), "The banner", Surge.BannerLength);
        if (!DateOnly.TryParseExact(EndDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            ModelState.AddModelError(nameof(EndDay), "Enter the day on which it ends");
        }

        if (!TimeOnly.TryParseExact(EndTime?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            ModelState.AddModelError(nameof(EndTime), "Enter the time as hours and minutes, for example 17:30");
        }

        var days = Number(ReplyDays, nameof(ReplyDays), 1, Surge.MostWorkingDays);
        var quota = Number(Quota, nameof(Quota), 0, Surge.MostCallbacks);
        if (ModelState.IsValid && banner is null && days is null && quota is null && !DeadlinesOnly)
        {
            ModelState.AddModelError(nameof(Banner), "Choose at least one thing that the surge changes");
        }

        return !ModelState.IsValid ? null : new SurgeTerms
        {
            Reason = reason!,
            Until = day.LondonTimeUtc(clock),
            Banner = banner,
            ReplyWorkingDays = days,
            DeadlinesOnly = DeadlinesOnly,
            CallbackQuota = quota,
            QuotaIsHourly = QuotaIsHourly,
        };
    }

    private string? Text(string? typed, string field, string what, int longest)
    {
        var text = typed?.ReplaceLineEndings(" ").Trim();
        if (text?.Length > longest)
        {
            ModelState.AddModelError(field, $"{what} must be {longest} characters or fewer");
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    private int? Number(string? typed, string field, int from, int to)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        ModelState.AddModelError(field, string.Create(CultureInfo.InvariantCulture, $"Enter a whole number from {from} to {to}, or nothing"));
        return null;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Current = await board.CurrentAsync(cancellationToken);
        Log = await surges.LogAsync(cancellationToken);
    }
}
