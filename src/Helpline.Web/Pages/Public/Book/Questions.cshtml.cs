using Helpline.Core.Bookings;
using Helpline.Web.Pages.Public.Ask;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Book;

public sealed class QuestionsModel(BookJourneys journeys) : BookPage(journeys)
{
    [BindProperty]
    public string? Happened { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    [BindProperty]
    public string? Dates { get; set; }

    public void OnGet() => (Happened, Wanted, Dates) = (State.Happened, State.Wanted, State.Dates);

    public async Task<IActionResult> OnPostAsync()
    {
        var (happened, wanted, dates) = (Typed.Clean(Happened), Typed.Clean(Wanted), Typed.Clean(Dates));
        var wrong = new[] { (nameof(Happened), happened), (nameof(Wanted), wanted), (nameof(Dates), dates) }
            .Where(f => f.Item2?.Length > Booking.AnswerLength)
            .Select(f => (f.Item1, FormattableString.Invariant($"This must be {Booking.AnswerLength:N0} characters or fewer. It has {f.Item2!.Length:N0}")))
            .ToArray();
        return wrong.Length > 0
            ? Again(wrong)
            : await GoOnAsync(State with { Happened = happened, Wanted = wanted, Dates = dates }, "Check");
    }
}
