using Helpline.Core.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class AdjustmentsModel(AskJourneys journeys) : AskPage(journeys)
{
    [BindProperty]
    public string? Adjustments { get; set; }

    public void OnGet() => Adjustments = State.Adjustments;

    public async Task<IActionResult> OnPostAsync()
    {
        var adjustments = Typed.Clean(Adjustments);
        return adjustments?.Length > Enquiry.AdjustmentsLength
            ? Again(nameof(Adjustments), FormattableString.Invariant($"What you need must be {Enquiry.AdjustmentsLength:N0} characters or fewer. It has {adjustments.Length:N0}"))
            : await GoOnAsync(State with { Adjustments = adjustments }, "Check");
    }
}
