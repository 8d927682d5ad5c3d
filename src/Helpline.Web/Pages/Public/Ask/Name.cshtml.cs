using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class NameModel(AskJourneys journeys) : AskPage(journeys)
{
    private const int Longest = 100;

    [BindProperty]
    public string? Name { get; set; }

    public void OnGet() => Name = State.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        var name = Typed.Clean(Name)?.Replace('\n', ' ');
        return name?.Length > Longest
            ? Again(nameof(Name), "Your name must be 100 characters or fewer")
            : await GoOnAsync(State with { Name = name }, "Adjustments");
    }
}
