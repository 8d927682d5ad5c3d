using System.Globalization;
using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

/// <summary>One date, and everything that is due because of it.</summary>
public sealed class DeadlineClockModel(IKnowledgeBase knowledge, TimeProvider clock) : PageModel
{
    private readonly KnowledgeSnapshot known = knowledge.Current;

    [FromQuery(Name = "event")]
    public string? Event { get; init; }

    [FromQuery(Name = "Date")]
    public DateEntry Date { get; set; } = new();

    /// <summary>The date as one word, as links of our own hold it.</summary>
    [FromQuery(Name = "trigger")]
    public string? Trigger { get; init; }

    public ClockEvent? Happened { get; private set; }

    public DateOnly? On { get; private set; }

    public IReadOnlyList<ClockDuty> Duties { get; private set; } = [];

    public IEnumerable<FieldOption> Events => DeadlineView.EventOptions(known);

    public IActionResult OnGet()
    {
        if (Request.Query.Count == 0)
        {
            return Page();
        }

        if (Trigger is not null && Date.IsEmpty)
        {
            Date = DateOnly.TryParseExact(Trigger, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateEntry.From(day) : new DateEntry { Day = Trigger };
        }

        Happened = known.ClockEvents.Find(Event);
        if (Happened is null)
        {
            ModelState.AddModelError("event", "Choose what happened");
        }

        if (!Date.TryRead("The date", out var on, out var error))
        {
            ModelState.AddModelError(nameof(Date), error);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        On = on;
        Duties = StatutoryClock.For([new EventDate(Happened!.Id, on)], clock.LondonToday(), known);
        return Page();
    }
}
