using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Knowledge.Taxonomy;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public;

/// <summary>What is typed arrives in the body of a post and goes no further: addresses hold only the authority or the nation.</summary>
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class FindHelpModel(IKnowledgeBase knowledge, ILocationResolver resolver, AuthorityDirectory authorities, LocalServiceDirectory services) : PageModel
{
    private const string LocalPrefix = "local-";

    [BindProperty]
    public string? Place { get; init; }

    [FromQuery(Name = "authority")]
    public string? AuthorityCode { get; init; }

    [FromQuery(Name = "nation")]
    public string? NationKey { get; init; }

    public Authority? Authority { get; private set; }

    public Nation? Nation { get; private set; }

    /// <summary>Where the authority's services are, as far as a source says.</summary>
    public LocalServices Services => services.Of(Authority!.Code);

    /// <summary>What people call the authority when they search: its name without the words of its kind.</summary>
    public string SearchName => Authority!.ShortName.Length > 0 && !Authority.ShortName.Contains('&', StringComparison.Ordinal) && Authority.Name.StartsWith(Authority.ShortName, StringComparison.Ordinal)
        ? Authority.ShortName
        : Authority.Name;

    /// <summary>The nation across the border, where a code lies on both sides.</summary>
    public Nation? OtherNation { get; private set; }

    public IReadOnlyList<LocationResult> Choices { get; private set; } = [];

    public string WhyAsked { get; private set; } = "";

    public IReadOnlyList<ReferralDestination> Local => [.. knowledge.Current.ReferralDestinations.Where(IsLocal)];

    /// <summary>Danger first, then as the editors put them.</summary>
    public IReadOnlyList<ReferralDestination> National =>
        [.. knowledge.Current.ReferralDestinations.Where(place => !IsLocal(place)).OrderBy(place => place.Id == "emergency" ? 0 : 1)];

    public IActionResult OnGet()
    {
        Authority = authorities.ByCode(AuthorityCode);
        Nation = Nation.ByKey(NationKey);
        return (AuthorityCode is not null && Authority is null) || (NationKey is not null && Nation is null) ? NotFound() : Page();
    }

    public IActionResult OnPost()
    {
        if (string.IsNullOrWhiteSpace(Place))
        {
            return Wrong("Enter a postcode or the name of your council");
        }

        var answer = resolver.Resolve(Place);
        if (answer.IsOutsideEngland && Nation.ByName(answer.Nation) is { } nation)
        {
            return RedirectToPage(new { nation = nation.Key });
        }

        if (answer is { NeedsAsking: false, Results: [var only, ..] })
        {
            return RedirectToPage(new { authority = only.Code });
        }

        if (answer.Results.Count == 0)
        {
            return Wrong(WhyNothing(answer.Note));
        }

        Choices = answer.Results;
        OtherNation = Nation.ByName(answer.Nation);
        WhyAsked = Why(answer);
        return Page();
    }

    private static bool IsLocal(ReferralDestination place) => place.Id.StartsWith(LocalPrefix, StringComparison.Ordinal);

    private PageResult Wrong(string message)
    {
        ModelState.AddModelError(nameof(Place), message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private static string WhyNothing(LocationNote note) => note switch
    {
        LocationNote.Forces => "That is a Forces address. Enter the postcode where your child lives or last lived in England, or the name of the council",
        LocationNote.LargeUser or LocationNote.NoLocation or LocationNote.Retired => "Nobody lives at that postcode. Enter the postcode of your home, or the name of your council",
        LocationNote.None or LocationNote.Corrected or LocationNote.Misspelt or LocationNote.Ambiguous or LocationNote.AreaCode =>
            "We could not find that place. Check the postcode, or enter the name of your council",
    };

    private static string Why(LocationAnswer answer) => answer.Note switch
    {
        LocationNote.Ambiguous => "More than one place has that name.",
        LocationNote.Misspelt => "We think you meant this.",
        LocationNote.Corrected => "We read the postcode with one letter or digit changed.",
        LocationNote.AreaCode => "That looks like a phone number. It only gives a hint.",
        LocationNote.Retired => "That postcode is no longer in use.",
        LocationNote.None or LocationNote.LargeUser or LocationNote.NoLocation or LocationNote.Forces =>
            answer.Kind is LocationKind.Outward or LocationKind.Postcode ? "That postcode covers more than one council." : "It could be more than one council.",
    };
}
