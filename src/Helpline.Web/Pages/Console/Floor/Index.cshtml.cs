using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Figures;
using Helpline.Core.Floor;
using Helpline.Core.Legs;
using Helpline.Core.Locations;
using Helpline.Core.Routing;
using Helpline.Core.Surges;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console.Floor;

/// <summary>The floor at this moment, for supervisors: advisers, the queue and the reroutes.</summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class IndexModel(
    FloorQueries floor,
    LiveFiguresQueries figures,
    RerouteService reroutes,
    OutsideService outside,
    SurgeBoard surges,
    IKnowledgeBase knowledge,
    AuthorityDirectory authorities,
    TimeProvider time) : PageModel
{
    /// <summary>What everyone is sent as.</summary>
    public const string Everyone = "everyone";

    [BindProperty]
    public string? FromSkill { get; set; }

    [BindProperty]
    public string? ToSkill { get; set; }

    /// <summary>The time on the clock in London today, as 16:30; empty until it is switched off.</summary>
    [BindProperty]
    public string? UntilTime { get; set; }

    public Board Board { get; private set; } = null!;

    public IEnumerable<FieldOption> Skills => Board.Words.Skills;

    public IEnumerable<FieldOption> Targets => Skills.Prepend(new FieldOption(Everyone, "Everyone"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : Forbid();

    /// <summary>The part of the page that follows the floor.</summary>
    public async Task<IActionResult> OnGetBoardAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Partial("_Board", Board) : Forbid();

    public async Task<IActionResult> OnPostRerouteAsync(CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } by)
        {
            return Forbid();
        }

        var groups = knowledge.Current.TopicGroups;
        if (!groups.Contains(FromSkill))
        {
            ModelState.AddModelError(nameof(FromSkill), "Choose the topics to send elsewhere");
        }

        if (ToSkill != Everyone && !groups.Contains(ToSkill))
        {
            ModelState.AddModelError(nameof(ToSkill), "Choose who takes them");
        }

        DateTime? until = null;
        if (!string.IsNullOrWhiteSpace(UntilTime))
        {
            if (TimeOnly.TryParseExact(UntilTime.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            {
                until = time.LondonToday().LondonTimeUtc(clock);
            }
            else
            {
                ModelState.AddModelError(nameof(UntilTime), "Enter the time as hours and minutes, for example 16:30");
            }
        }

        if (ModelState.IsValid)
        {
            switch (await reroutes.StartAsync(FromSkill!, ToSkill == Everyone ? null : ToSkill, until, by, cancellationToken))
            {
                case RerouteOutcome.Done:
                    return RedirectToPage();
                case RerouteOutcome.AlreadyRerouted:
                    ModelState.AddModelError(nameof(FromSkill), "These topics are sent elsewhere already. Switch that off first");
                    break;
                case RerouteOutcome.SameSkill:
                    ModelState.AddModelError(nameof(ToSkill), "Choose somebody else than those who have these topics anyway");
                    break;
                case RerouteOutcome.TimePast:
                    ModelState.AddModelError(nameof(UntilTime), "Enter a time that is still to come today");
                    break;
                case RerouteOutcome.AlreadyEnded:
                    break;
            }
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRerouteOffAsync([FromForm] Guid rerouteId, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } by)
        {
            return Forbid();
        }

        // Ended already is as good.
        await reroutes.EndAsync(new RerouteId(rerouteId), by, cancellationToken);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndTogetherAsync([FromForm] Guid contactId, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is null)
        {
            return Forbid();
        }

        // Over already is as good.
        await outside.EndTogetherAsync(new ContactId(contactId), cancellationToken);
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (User.AdviserId() is not { } viewer)
        {
            return false;
        }

        Board = new Board
        {
            At = time.UtcNow(),
            Viewer = viewer,
            Advisers = await floor.AdvisersAsync(cancellationToken),
            Waiting = await floor.WaitingAsync(cancellationToken),
            Together = await floor.TogetherAsync(cancellationToken),
            Reroutes = await reroutes.ActiveAsync(cancellationToken),
            Surge = await surges.CurrentAsync(cancellationToken),
            Queue = await figures.QueueAsync(cancellationToken),
            Calls = await figures.CallsAsync(LondonDay.Today(time), cancellationToken),
            Words = new FloorWords(knowledge, authorities),
        };
        return true;
    }
}
