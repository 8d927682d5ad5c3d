using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Time limits coming up: an adviser's own, a supervisor's of all. References, topics and dates; nobody's name but advisers'.</summary>
public sealed class ClockModel(ClockQueries clock, ContactService contacts, IKnowledgeBase knowledge, TimeProvider time) : PageModel
{
    private const int DaysAhead = 28;
    private const int DaysPast = 28;

    public IReadOnlyList<DutyComingUp> Duties { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public bool SeesAll => User.IsInRole(Roles.Supervisor);

    public string TopicOf(DutyComingUp duty) => knowledge.Current.Topics.Find(duty.TopicId)?.Label ?? "No topic recorded";

    /// <summary>The duty in words; one whose limit is no longer known keeps its id.</summary>
    public string TitleOf(DutyComingUp duty)
    {
        var parts = duty.DutyId.Split('.');
        return knowledge.Current.Deadlines.Find(parts[0])?.Title is { } title ? parts.Length > 1 ? $"{title}, step {parts[1]}" : title : duty.DutyId;
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Today = time.LondonToday();
        Duties = await clock.ComingUpAsync(SeesAll ? null : User.AdviserId(), Today.AddDays(-DaysPast), Today.AddDays(DaysAhead), cancellationToken);
    }

    public async Task<IActionResult> OnPostTickAsync([FromForm] Guid contactId, [FromForm] string? dutyId, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        var outcome = await contacts.TickOffAsync(new ContactId(contactId), dutyId ?? "", done: true, adviserId, SeesAll, cancellationToken);
        return outcome == ContactOutcome.Done ? RedirectToPage() : NotFound();
    }
}
