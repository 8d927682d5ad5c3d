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
        var (said, wrong) = BookFields.Answers(Happened, Wanted, Dates);
        return wrong.Count > 0
            ? Again([.. wrong])
            : await GoOnAsync(State with { Happened = said.Happened, Wanted = said.Wanted, Dates = said.Dates }, "Check");
    }
}
