using System.Globalization;
using Helpline.Core.Bookings;
using Helpline.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Who works when: the usual week of each adviser and the dates that differ. Booked calls are offered from it.</summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class RotaModel(RotaService rota) : PageModel
{
    private const string NotHours = "Enter hours like 09:00-12:30, 13:30-17:00, each beginning after the one before it ends, or leave it empty";

    [BindProperty]
    public Guid AdviserId { get; set; }

    /// <summary>Seven texts, Sunday first.</summary>
    [BindProperty]
    public string?[] Week { get; set; } = [];

    /// <summary>The date that differs, as the browser's date field sends it.</summary>
    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    /// <summary>The days of the week, Monday first.</summary>
    public static IEnumerable<DayOfWeek> Days => Enumerable.Range(1, 7).Select(n => (DayOfWeek)(n % 7));

    public IReadOnlyList<RotaView> Rows { get; private set; } = [];

    public string? Wrong { get; private set; }

    public string? WrongField { get; private set; }

    public bool IsWrong(RotaView row) => Wrong is not null && row.AdviserId.Value == AdviserId;

    /// <summary>What was typed, where something is wrong with it; otherwise what is stored.</summary>
    public string? Typed(RotaView row, DayOfWeek day) => IsWrong(row) && Week.Length == 7 ? Week[(int)day] : row.Week[(int)day];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostWeekAsync(CancellationToken cancellationToken)
    {
        if (Week.Length != 7)
        {
            return BadRequest();
        }

        var bad = Array.FindIndex(Week, w => !RotaHours.TryRead(w, out _));
        return bad >= 0
            ? await AgainAsync(string.Create(CultureInfo.InvariantCulture, $"week-{AdviserId}-{bad}"), NotHours, cancellationToken)
            : await DoneAsync(rota.SetWeekAsync(new(AdviserId), Week, cancellationToken));
    }

    public async Task<IActionResult> OnPostDayAsync(CancellationToken cancellationToken)
    {
        if (Day is not { } day)
        {
            return await AgainAsync($"day-{AdviserId}", "Enter the date", cancellationToken);
        }

        return RotaHours.TryRead(Hours, out _)
            ? await DoneAsync(rota.SetDayAsync(new(AdviserId), day, Hours ?? "", cancellationToken))
            : await AgainAsync($"hours-{AdviserId}", NotHours, cancellationToken);
    }

    public async Task<IActionResult> OnPostUsualAsync(CancellationToken cancellationToken) =>
        Day is { } day ? await DoneAsync(rota.SetDayAsync(new(AdviserId), day, null, cancellationToken)) : BadRequest();

    private async Task<IActionResult> DoneAsync(Task<bool> change) => await change ? RedirectToPage() : NotFound();

    private async Task<IActionResult> AgainAsync(string field, string message, CancellationToken cancellationToken)
    {
        (WrongField, Wrong) = (field, message);
        ModelState.AddModelError("", message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Rows = await rota.ListAsync(cancellationToken);
    }
}
