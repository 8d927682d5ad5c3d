using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>For supervisors: who needs help, who is talking, and being on a call of theirs.</summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class HelpModel(LegQueries legs, MonitorService monitors, IKnowledgeBase knowledge) : PageModel
{
    public IReadOnlyList<TalkingCall> Talking { get; private set; } = [];

    public IReadOnlyList<TalkingCall> Wanted { get; private set; } = [];

    /// <summary>The contact whose call the supervisor is on.</summary>
    public ContactId? Watched { get; private set; }

    public string WatchedName => Talking.FirstOrDefault(t => t.ContactId == Watched)?.Name ?? "an adviser";

    public string TopicOf(TalkingCall call) =>
        knowledge.Current.Topics.Find(call.TopicId)?.Label ?? knowledge.Current.TopicGroups.Find(call.TopicGroupId)?.Label ?? "topic not said";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        return User.AdviserId() is { } supervisor ? await ShowAsync(supervisor, cancellationToken) : Forbid();
    }

    public async Task<IActionResult> OnPostMonitorAsync([FromForm] Guid contact, [FromForm] string? mode, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } supervisor)
        {
            return Forbid();
        }

        if (!Enum.TryParse<MonitorMode>(mode, out var wanted) || !Enum.IsDefined(wanted))
        {
            return BadRequest();
        }

        var outcome = await monitors.SetAsync(new ContactId(contact), supervisor, wanted, cancellationToken);
        return outcome == MonitorOutcome.Done
            ? await ShowAsync(supervisor, cancellationToken)
            : new JsonResult(new { outcome = Said(outcome) }) { StatusCode = StatusCodes.Status409Conflict };
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } supervisor)
        {
            return Forbid();
        }

        await monitors.StopAsync(supervisor, cancellationToken);
        return await ShowAsync(supervisor, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(AdviserId supervisor, CancellationToken cancellationToken)
    {
        Talking = await legs.TalkingAsync(supervisor, cancellationToken);
        Wanted = [.. Talking.Where(t => t.HelpWantedSince is not null).OrderBy(t => t.HelpWantedSince)];
        Watched = await legs.MonitoredByAsync(supervisor, cancellationToken);
        return Page();
    }

    private static string Said(MonitorOutcome outcome) => outcome switch
    {
        MonitorOutcome.Done => "done",
        MonitorOutcome.NotNow => "They are not talking any more.",
        MonitorOutcome.Busy => "You have a contact yourself, or are on another call. Leave that first.",
        MonitorOutcome.LineRefused => "The phone service refused. Try again.",
    };
}
