using Helpline.Core.Contacts;
using Helpline.Knowledge;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

/// <summary>Asks for a date from which a time limit runs, so that a question with little time left is answered first.</summary>
public sealed class DateModel(AskJourneys journeys, IKnowledgeBase knowledge) : AskPage(journeys)
{
    private const string None = "none";

    [BindProperty]
    public string? Happened { get; set; }

    [BindProperty]
    public DateEntry On { get; set; } = new();

    public IReadOnlyList<FieldOption> Options =>
    [
        .. EventsOf(knowledge.Current, State.TopicId).Select(id => knowledge.Current.ClockEvents.Find(id)!).Select(e => new FieldOption(e.Id, e.Label)),
        new FieldOption(None, "None of these, or I do not know the date"),
    ];

    /// <summary>The page after the topic: this one where a time limit may run, otherwise the age.</summary>
    public static string NextAfterTopic(KnowledgeSnapshot known, string? topicId) => EventsOf(known, topicId).Any() ? "Date" : "Age";

    public IActionResult OnGet()
    {
        if (Options.Count == 1)
        {
            return RedirectToPage("/Public/Ask/Age", new { Journey, Change });
        }

        Happened = State.Happened;
        On = State.HappenedOn is { } on ? DateEntry.From(on) : new DateEntry();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Happened is null or "" or None)
        {
            return On.IsEmpty
                ? await GoOnAsync(State with { Happened = null, HappenedOn = null }, "Age")
                : Again(nameof(Happened), "Choose what happened on this date, or leave the date empty");
        }

        if (!EventsOf(knowledge.Current, State.TopicId).Contains(Happened, StringComparer.Ordinal))
        {
            return Again(nameof(Happened), "Choose from the list, or “None of these”");
        }

        if (!On.TryRead("The date", out var on, out var error))
        {
            return Again(nameof(On), error);
        }

        return on < ContactEventDate.Earliest
            ? Again(nameof(On), $"The date must be in {ContactEventDate.Earliest.Year} or later")
            : await GoOnAsync(State with { Happened = Happened, HappenedOn = on }, "Age");
    }

    /// <summary>What starts a time limit of the topic, in the order of the content.</summary>
    private static IEnumerable<string> EventsOf(KnowledgeSnapshot known, string? topicId)
    {
        var named = known.Topics.Find(topicId)?.Deadlines ?? [];
        var starts = known.Deadlines.Where(d => topicId is not null && (d.Topic == topicId || named.Contains(d.Id, StringComparer.Ordinal))).SelectMany(d => d.EventIds).ToHashSet(StringComparer.Ordinal);
        return known.ClockEvents.Ids.Where(starts.Contains);
    }
}
