using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

public sealed class DeadlinesModel(IKnowledgeBase knowledge, IDeadlineCalculator calculator, TimeProvider clock) : PageModel
{
    private readonly KnowledgeSnapshot known = knowledge.Current;

    [FromQuery(Name = "id")]
    public string? Id { get; init; }

    [FromQuery(Name = "Date")]
    public DateEntry Date { get; init; } = new();

    public Deadline? Chosen { get; private set; }

    public DeadlineAnswer? Answer { get; private set; }

    public IReadOnlyList<string> CountingRules => known.CountingRules;

    public IReadOnlyList<(TopicGroup Group, IReadOnlyList<Deadline> Deadlines)> Sections { get; private set; } = [];

    public IActionResult OnGet()
    {
        var byGroup = known.Deadlines.ToLookup(deadline => known.Topics.Find(deadline.Topic)!.Group, StringComparer.Ordinal);
        Sections = [.. known.TopicGroups.Where(group => byGroup.Contains(group.Id)).Select(group => (group, (IReadOnlyList<Deadline>)[.. byGroup[group.Id]]))];
        if (Id is null)
        {
            return Page();
        }

        Chosen = known.Deadlines.Find(Id);
        if (Chosen is null)
        {
            return NotFound();
        }

        if (Chosen.CanBeCalculated)
        {
            WorkOut(Chosen.Id);
        }

        return Page();
    }

    private void WorkOut(string id)
    {
        if (Date.TryRead("The date", out var trigger, out var error))
        {
            Answer = calculator.Calculate(id, trigger);
            return;
        }

        ModelState.AddModelError(nameof(Date), error);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    internal IReadOnlyList<Provision> ProvisionsOf(Deadline deadline) => [.. deadline.Provisions.Select(known.Provisions.Find).OfType<Provision>()];

    /// <summary>The calculator says the same for any day: the limit hangs on something only the school or the council knows.</summary>
    internal string? WhyNoDate(Deadline deadline) => calculator.Calculate(deadline.Id, clock.LondonToday())?.Reason;
}
