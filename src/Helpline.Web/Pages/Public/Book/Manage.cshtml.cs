using System.Globalization;
using Helpline.Core.Bookings;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public.Book;

/// <summary>A booked call, for whoever has the link to it: to change or to cancel.</summary>
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class ManageModel(BookingQueries queries, BookingService bookings) : PageModel
{
    [FromRoute(Name = "secret")]
    public string Secret { get; init; } = "";

    /// <summary>The new beginning, as the list writes it.</summary>
    [BindProperty]
    public string? Slot { get; set; }

    public BookingView? View { get; private set; }

    public IReadOnlyList<FieldOption> Options { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : Gone();

    public async Task<IActionResult> OnPostMoveAsync()
    {
        if (!await LoadAsync())
        {
            return Gone();
        }

        if (!DateTime.TryParseExact(Slot, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) || at.Kind != DateTimeKind.Utc)
        {
            return Again(BookFields.NoTime);
        }

        return await bookings.MoveAsync(View!.Id, at, HttpContext.RequestAborted) == BookingOutcome.SlotGone
            ? Again(BookFields.TimeGone + ". Your call is booked as before")
            : RedirectToPage(new { Secret });
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (!await LoadAsync())
        {
            return Gone();
        }

        // Whatever the outcome, the page shows how it stands.
        await bookings.CancelAsync(View!.Id, HttpContext.RequestAborted);
        return RedirectToPage(new { Secret });
    }

    private PageResult Again(string message)
    {
        ModelState.Clear();
        ModelState.AddModelError(nameof(Slot), message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        View = await queries.BySecretAsync(Secret, HttpContext.RequestAborted);
        if (View is { IsOpen: true })
        {
            Options = [.. (await bookings.SlotsAsync(View.TopicGroupId, HttpContext.RequestAborted))
                .Select(s => new FieldOption(s.ToString("O", CultureInfo.InvariantCulture), SlotTimes.Whole(s)))];
        }

        return View is not null;
    }
}
