using System.Globalization;
using Helpline.Core.Bookings;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Pages.Public.Book;

/// <summary>The days that have free times, and the times of one of them.</summary>
public sealed class TimeModel(BookJourneys journeys, BookingService bookings, IOptions<BookingOptions> options) : BookPage(journeys)
{
    private IReadOnlyList<DateTime> slots = [];

    /// <summary>The chosen beginning, as <see cref="SlotTimes.Code"/> writes it.</summary>
    [BindProperty]
    public string? Slot { get; set; }

    /// <summary>The day whose times are shown.</summary>
    [FromQuery(Name = "day")]
    public string? Chosen { get; init; }

    public int DaysAhead => options.Value.DaysAhead;

    public double Minutes => options.Value.LengthFor(State.TopicGroupId).TotalMinutes;

    public IReadOnlyList<(DateOnly Day, int Count)> Days { get; private set; } = [];

    public DateOnly Day { get; private set; }

    public IEnumerable<FieldOption> Options => slots.Where(s => SlotTimes.Day(s) == Day).Select(s => new FieldOption(SlotTimes.Code(s), SlotTimes.Clock(s)));

    public string DayLink(DateOnly day) => Url.Page("/Public/Book/Time", new { Journey, Change, day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) })!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Slot = State.StartsAt is { } at ? SlotTimes.Code(at) : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (string.IsNullOrEmpty(Slot))
        {
            return Again((nameof(Slot), BookFields.NoTime));
        }

        return slots.Any(s => SlotTimes.Code(s) == Slot)
            ? await GoOnAsync(State with { StartsAt = slots.First(s => SlotTimes.Code(s) == Slot) }, "Number")
            : Again((nameof(Slot), BookFields.TimeGone));
    }

    private async Task LoadAsync()
    {
        slots = await bookings.SlotsAsync(State.TopicGroupId, HttpContext.RequestAborted);
        Days = [.. slots.GroupBy(SlotTimes.Day).Select(g => (g.Key, g.Count()))];
        var wanted = DateOnly.TryParseExact(Chosen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : State.StartsAt is { } at ? SlotTimes.Day(at) : default;
        Day = Days.Any(d => d.Day == wanted) ? wanted : Days.Count > 0 ? Days[0].Day : default;
    }
}
