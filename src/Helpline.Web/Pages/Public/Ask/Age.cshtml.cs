using Helpline.Core.Enquiries;
using Helpline.Knowledge;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class AgeModel(AskJourneys journeys, IKnowledgeBase knowledge) : AskPage(journeys)
{
    private const string RatherNot = "not-said";

    [BindProperty]
    public string? Age { get; set; }

    public static IReadOnlyList<FieldOption> Options { get; } =
        [.. AgeBand.All.Select(band => new FieldOption(band.Code, band.Label)), new FieldOption(RatherNot, "I would rather not say")];

    /// <summary>The page before this one.</summary>
    public string Before => DateModel.NextAfterTopic(knowledge.Current, State.TopicId) == "Date" ? "Date" : "Topic";

    public void OnGet() => Age = State.AgeBand;

    public async Task<IActionResult> OnPostAsync() =>
        Age is null or "" or RatherNot || AgeBand.Find(Age) is not null
            ? await GoOnAsync(State with { AgeBand = AgeBand.Find(Age)?.Code }, "Place")
            : Again(nameof(Age), "Choose an age from the list, or “I would rather not say”");
}
