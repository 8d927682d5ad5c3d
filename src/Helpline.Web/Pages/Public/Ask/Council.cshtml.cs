using Helpline.Core.Locations;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class CouncilModel(AskJourneys journeys, AuthorityDirectory authorities) : AskPage(journeys)
{
    private const string NotSure = "not-sure";
    private const string Elsewhere = "elsewhere";

    [BindProperty]
    public string? Council { get; set; }

    public string Hint => State.Councils.Count == 1 && State.Nation is null
        ? "We want to be sure that we understood you."
        : "What you entered could be in more than one place. Choose where the child or young person lives.";

    public IReadOnlyList<FieldOption> Options =>
    [
        .. State.Councils.Select(authorities.ByCode).OfType<Authority>().Select(a => new FieldOption(a.Code, a.Name, a.Region)),
        .. State.Nation is { } nation ? new[] { new FieldOption(Elsewhere, nation, "Outside England") } : [],
        new FieldOption(NotSure, "None of these, or I am not sure"),
    ];

    public IActionResult OnGet() => State.Councils.Count == 0 ? RedirectToPage("/Public/Ask/Place", new { Journey, Change }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Council == NotSure)
        {
            return await GoOnAsync(State with { Councils = [], Nation = null }, "Reply");
        }

        if (Council == Elsewhere && State.Nation is not null)
        {
            return await GoOnAsync(State with { Councils = [] }, "Outside", always: true);
        }

        return State.Councils.Contains(Council, StringComparer.Ordinal) && authorities.ByCode(Council) is { } chosen
            ? await GoOnAsync(State with { AuthorityCode = chosen.Code, RegionCode = chosen.RegionCode, Councils = [], Nation = null }, "Reply")
            : Again(nameof(Council), "Choose a council, or “None of these, or I am not sure”");
    }
}
