using Helpline.Core.Backlog;
using Helpline.Knowledge;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>What people look for and do not find, heaviest first.</summary>
public sealed class BacklogModel(SearchBacklog backlog, IKnowledgeBase knowledge) : PageModel
{
    private const int Most = 200;
    private const int UsualDays = 30;

    public static IReadOnlyList<int> Choices { get; } = [7, 30, 90, 365];

    [FromQuery(Name = "days")]
    public int Asked { get; init; } = UsualDays;

    public int Days => Choices.Contains(Asked) ? Asked : UsualDays;

    public IReadOnlyList<BacklogItem> Items { get; private set; } = [];

    public IReadOnlyList<UnhelpedTopic> Unhelped { get; private set; } = [];

    public string TopicLabel(string? id) => knowledge.Current.Topics.Find(id)?.Label ?? "No topic recorded";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Items = await backlog.ReadAsync(Days, Most, cancellationToken);
        Unhelped = await backlog.UnhelpedAsync(Days, cancellationToken);
    }
}
