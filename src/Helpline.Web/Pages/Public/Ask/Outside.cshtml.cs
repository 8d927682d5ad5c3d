using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class OutsideModel(AskJourneys journeys) : AskPage(journeys)
{
    public string Where => State.Nation is { } nation
        ? nation is "Isle of Man" or "Channel Islands" ? $"in the {nation}" : $"in {nation}"
        : "outside England";

    public IActionResult OnGet() => State.Nation is null ? RedirectToPage("/Public/Ask/Place", new { Journey, Change }) : Page();

    public Task<IActionResult> OnPostAsync() => GoOnAsync(State with { Nation = null }, "Reply");
}
