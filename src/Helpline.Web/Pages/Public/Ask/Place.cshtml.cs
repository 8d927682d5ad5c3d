using Helpline.Core.Locations;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

/// <summary>What is typed here goes no further than this request: only the council it leads to is kept.</summary>
public sealed class PlaceModel(AskJourneys journeys, ILocationResolver resolver, AuthorityDirectory authorities) : AskPage(journeys)
{
    private const int MostCouncils = 12;

    [BindProperty]
    public string? Place { get; init; }

    [BindProperty]
    public string? Remove { get; init; }

    public string? Council => authorities.ByCode(State.AuthorityCode)?.Name;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Remove is not null)
        {
            return await GoOnAsync(At(null, null), "Reply");
        }

        if (string.IsNullOrWhiteSpace(Place))
        {
            return await GoOnAsync(State with { Councils = [], Nation = null }, "Reply");
        }

        var answer = resolver.Resolve(Place);
        if (answer.IsOutsideEngland)
        {
            return await GoOnAsync(At(null, null) with { Nation = answer.Nation }, "Outside", always: true);
        }

        if (answer is { NeedsAsking: false, Results: [var only, ..] })
        {
            return await GoOnAsync(At(only.Code, only.RegionCode), "Reply");
        }

        return answer.Results.Count == 0
            ? Again(nameof(Place), WhyNothing(answer.Note))
            : await GoOnAsync(
                At(null, null) with { Councils = [.. answer.Results.Take(MostCouncils).Select(r => r.Code)], Nation = answer.Nation },
                "Council",
                always: true);
    }

    private AskState At(string? authority, string? region) =>
        State with { AuthorityCode = authority, RegionCode = region, Councils = [], Nation = null };

    private static string WhyNothing(LocationNote note) => note switch
    {
        LocationNote.Forces => "That is a Forces address. Enter the postcode where the child lives or last lived in England, or the name of the council",
        LocationNote.LargeUser or LocationNote.NoLocation or LocationNote.Retired =>
            "Nobody lives at that postcode. Enter the postcode of the home, or the name of the council, or leave it empty",
        LocationNote.None or LocationNote.Corrected or LocationNote.Misspelt or LocationNote.Ambiguous or LocationNote.AreaCode =>
            "We could not find that place. Check it, enter the name of the council, or leave it empty",
    };
}
