using Helpline.Core.Locations;
using Helpline.Web.Pages.Public.Ask;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Book;

/// <summary>What is typed here goes no further than this request: only the council, or the region, it leads to is kept.</summary>
public sealed class PlaceModel(BookJourneys journeys, ILocationResolver resolver) : BookPage(journeys)
{
    [BindProperty]
    public string? Place { get; init; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Typed.Clean(Place) is not { } place)
        {
            return await GoOnAsync(State with { AuthorityCode = null, RegionCode = null }, "Time");
        }

        var answer = resolver.Resolve(place);
        if (answer.IsOutsideEngland)
        {
            return Again((nameof(Place), "We advise about children who live in England. Enter a place in England, or leave it empty"));
        }

        if (answer.Results.Count == 0)
        {
            return Again((nameof(Place), "We could not find that place. Check it, enter the name of the council, or leave it empty"));
        }

        // Of several councils none is guessed; what they have in common is kept, and the adviser asks.
        var (first, regions) = (answer.Results[0], answer.Results.Select(r => r.RegionCode).Distinct().ToList());
        return await GoOnAsync(
            State with { AuthorityCode = answer.NeedsAsking ? null : first.Code, RegionCode = regions.Count == 1 ? regions[0] : null }, "Time");
    }
}
