using Helpline.Core.Common;
using Helpline.Core.Updates;
using Helpline.Knowledge;
using Helpline.Knowledge.Updates;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>News of the law for the adviser who is signed in: what is unread first, each to be acknowledged once it is read.</summary>
public sealed class UpdatesModel(IKnowledgeBase knowledge, UpdateService updates) : PageModel
{
    private UpdateReading? reading;

    public IReadOnlyList<LegalUpdate> Unread { get; private set; } = [];

    public IReadOnlyList<LegalUpdate> Read { get; private set; } = [];

    /// <summary>The skills that are out of date until something is acknowledged.</summary>
    public IReadOnlyList<string> Lost => [.. (reading?.OutOfDate ?? new HashSet<string>()).Select(id => knowledge.Current.TopicGroups.Find(id)?.Label ?? id)];

    /// <summary>The last day on which it can be acknowledged in time; null where nobody must.</summary>
    public DateOnly? DueOf(LegalUpdate update) =>
        update.MustRead && reading is not null && reading.DueAt.TryGetValue(update.Id, out var due) ? DateOnly.FromDateTime(due.ToLondon()) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviser)
        {
            return Forbid();
        }

        if (knowledge.Current.Updates.Find(id) is { } update)
        {
            await updates.AcknowledgeAsync(update.Id, adviser, cancellationToken);
        }

        return Redirect("/console/updates");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        reading = User.AdviserId() is { } adviser ? await updates.ReadingAsync(adviser, cancellationToken) : null;
        if (reading is null)
        {
            return false;
        }

        Unread = [.. knowledge.Current.Updates.Where(u => !reading.Acknowledged.ContainsKey(u.Id)).OrderByDescending(u => u.MustRead)];
        Read = [.. knowledge.Current.Updates.Where(u => reading.Acknowledged.ContainsKey(u.Id))];
        return true;
    }
}
