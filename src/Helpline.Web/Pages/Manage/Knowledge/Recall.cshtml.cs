using System.Globalization;
using System.Text;
using Helpline.Core.Publishing;
using Helpline.Core.Recall;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Public.Ask;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>One re-contact list, worked off entry by entry.</summary>
[Authorize(Policy = Policies.Recall)]
public sealed class RecallModel(RecallQueries recalls, RecallService service, PublishingQueries publishing, IKnowledgeBase knowledge) : PageModel
{
    [FromRoute(Name = "id")]
    public Guid Id { get; init; }

    public RecallProgress List { get; private set; } = null!;

    public IReadOnlyList<RecallEntryView> Entries { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The entry whose enquirer's name and number were asked for.</summary>
    public Guid? Shown { get; private set; }

    public ReachableAt? Reach { get; private set; }

    public string Title => knowledge.Current.Articles.Find(List.ArticleSlug)?.Title ?? List.ArticleSlug;

    public string TopicLabel(string? id) => knowledge.Current.Topics.Find(id)?.Label ?? "no topic recorded";

    public string NameOf(Guid? user) => user is { } id ? Names.GetValueOrDefault(id, "somebody who has left") : "nobody";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Changes an entry: state, note, and who sees to it (me, nobody, or as it was).</summary>
    public async Task<IActionResult> OnPostAsync(Guid entryId, long version, string? state, string? assignee, string? note, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!Enum.TryParse<RecallState>(state, out var to) || !Enum.IsDefined(to))
        {
            return BadRequest("Write state= as ToDo, Reached, NotReachable or NotNeeded.");
        }

        var before = Entries.FirstOrDefault(e => e.Id == entryId);
        var outcome = await service.ChangeAsync(
            new ChangeRecallEntry
            {
                RecallId = new RecallId(Id),
                EntryId = entryId,
                Version = version,
                State = to,
                AssigneeId = assignee switch { "me" => User.UserId(), "nobody" => null, _ => before?.AssigneeId },
                Note = Typed.Clean(note),
            },
            User.UserId(),
            cancellationToken);
        if (outcome == RecallOutcome.Done)
        {
            return Redirect($"/manage/knowledge/recalls/{Id}#entry-{entryId}");
        }

        ModelState.AddModelError("", RecallWords.Of(outcome));
        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Shows how the enquirer is reached, to those who see to contacts. The reading is recorded.</summary>
    public async Task<IActionResult> OnPostReachAsync(Guid entryId, CancellationToken cancellationToken)
    {
        if (!User.MayReachEnquirers())
        {
            return Forbid();
        }

        if (!await ReadAsync(cancellationToken) || await recalls.ReachAsync(new RecallId(Id), entryId, User.UserId(), cancellationToken) is not { } reach)
        {
            return NotFound();
        }

        (Shown, Reach) = (entryId, reach);
        return Page();
    }

    /// <summary>The list as a file, without names and notes.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var csv = new StringBuilder("contact,reference,channel,topic,version,given (UTC),state\r\n");
        foreach (var entry in Entries)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{entry.ContactId},{entry.Reference},{entry.Channel},{entry.TopicId},{entry.ArticleVersion},{entry.GivenAt:yyyy-MM-dd HH:mm},{entry.State}\r\n");
        }

        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
        return File(bytes, "text/csv; charset=utf-8", $"re-contact-{List.ArticleSlug}.csv");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await recalls.FindAsync(new RecallId(Id), cancellationToken) is not { } list)
        {
            return false;
        }

        List = list;
        Entries = await recalls.EntriesAsync(list.Id, cancellationToken);
        Names = await publishing.NamesAsync([list.StartedBy, .. Entries.Select(e => e.AssigneeId)], cancellationToken);
        return true;
    }
}
