using Helpline.Core.Hours;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Guides;
using Helpline.Knowledge.Letters;
using Helpline.Knowledge.Taxonomy;
using Helpline.Knowledge.Updates;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

/// <summary>The first page: what most people come for, in the order they ask for it.</summary>
public sealed class IndexModel(IKnowledgeBase knowledge, OpeningHours hours, TimeProvider clock) : PageModel
{
    private const int MostUpdates = 3;

    private readonly KnowledgeSnapshot known = knowledge.Current;

    /// <summary>The groups that have something to read.</summary>
    public IReadOnlyList<TopicGroup> Groups => [.. AdviceList.From(known).Select(section => section.Group)];

    public IReadOnlyList<Situation> Situations => known.Situations;

    public IReadOnlyList<Guide> Guides => known.Guides;

    public IReadOnlyList<LetterTemplate> Letters => known.Letters;

    public IReadOnlyList<LegalUpdate> Updates => [.. known.Updates.Take(MostUpdates)];

    public IReadOnlyList<ClockEvent> Events => known.ClockEvents;

    /// <summary>The empty date of the form that leads to the clock.</summary>
    public DateEntry Date { get; } = new();

    public PhoneHours Hours { get; } = PhoneHours.At(hours, clock);
}
