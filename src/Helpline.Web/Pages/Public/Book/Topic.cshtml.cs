using Helpline.Knowledge;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Book;

public sealed class TopicModel(BookJourneys journeys, IKnowledgeBase knowledge) : BookPage(journeys)
{
    private const string NotSure = "not-sure";

    [BindProperty]
    public string? Topic { get; set; }

    public IEnumerable<FieldOption> Options => knowledge.Current.TopicGroups.Select(g => new FieldOption(g.Id, g.Label)).Append(new FieldOption(NotSure, "Something else, or I am not sure"));

    protected override bool MayStart => true;

    public void OnGet() => Topic = Found?.TopicGroupId;

    public async Task<IActionResult> OnPostAsync()
    {
        var group = Topic is null or "" or NotSure ? null : knowledge.Current.TopicGroups.Find(Topic)?.Id;
        if (group is null && Topic is not (null or "" or NotSure))
        {
            return Again((nameof(Topic), "Choose what the call is about from the list, or “I am not sure”"));
        }

        var state = Found is { Done: null } ? Found : null;
        Journey = state is null ? null : Journey;

        // Another subject may need another adviser and another length: the time is chosen again.
        var moved = state is not null && state.TopicGroupId != group;
        return await GoOnAsync((state ?? BookState.New()) with { TopicGroupId = group, StartsAt = moved ? null : state?.StartsAt }, moved && IsChange ? "Time" : "Place", always: moved);
    }
}
