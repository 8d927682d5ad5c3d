using Helpline.Core.Locations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Finds the council behind what the adviser typed. By POST, so that a postcode is in no address; it is not kept.</summary>
public sealed class PlaceModel(ILocationResolver locations) : PageModel
{
    public LocationAnswer? Answer { get; private set; }

    public void OnPost([FromForm] string? place)
    {
        Response.Headers.CacheControl = "no-store";
        if (!string.IsNullOrWhiteSpace(place))
        {
            Answer = locations.Resolve(place);
        }
    }
}
