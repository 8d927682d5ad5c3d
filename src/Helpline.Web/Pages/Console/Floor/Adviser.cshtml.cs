using System.Globalization;
using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Floor;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Console.Floor;

/// <summary>What a supervisor changes about one adviser.</summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class AdviserModel(FloorQueries floor, FloorService acts, IKnowledgeBase knowledge, AuthorityDirectory authorities, TimeProvider time) : FloorPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; init; }

    [BindProperty]
    public string? SkillId { get; set; }

    [BindProperty]
    public string? Proficiency { get; set; } = "3";

    [BindProperty]
    public string? Paused { get; set; }

    [BindProperty]
    public string? Aside { get; set; }

    [BindProperty]
    public string? Ending { get; set; }

    public FloorAdviser Adviser { get; private set; } = null!;

    public FloorWords Words { get; } = new(knowledge, authorities);

    public static IReadOnlyList<FieldOption> Proficiencies { get; } =
        [new("1", "1: learning"), new("2", "2"), new("3", "3: works alone"), new("4", "4"), new("5", "5: teaches others")];

    public static IReadOnlyList<FieldOption> Presences { get; } =
        [new(nameof(Presence.Away), "Away"), new(nameof(Presence.Offline), "Offline")];

    public IEnumerable<FieldOption> Held => Adviser.Skills.Where(s => s.State != FloorSkillState.Paused).Select(s => new FieldOption(s.Id, Words.Skill(s.Id)));

    public IEnumerable<FieldOption> Endings => knowledge.Current.Outcomes
        .Where(o => o.Id != Core.Contacts.Contact.BlockedCode).OrderByDescending(o => o.Reserved).Select(o => new FieldOption(o.Id, o.Label));

    public bool IsStuck => Adviser.Contact is { Status: ContactStatus.WrapUp, WrapUpEndsAt: { } end } && end <= time.UtcNow();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostLendAsync(CancellationToken cancellationToken)
    {
        if (!knowledge.Current.TopicGroups.Contains(SkillId))
        {
            ModelState.AddModelError(nameof(SkillId), "Choose the skill");
        }

        if (!int.TryParse(Proficiency, NumberStyles.None, CultureInfo.InvariantCulture, out var level) || level is < 1 or > 5)
        {
            ModelState.AddModelError(nameof(Proficiency), "Choose how well they know it, from 1 to 5");
        }

        return await ActAsync(nameof(SkillId), by => acts.LendSkillAsync(new AdviserId(Id), SkillId!, level, by, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostPauseAsync(CancellationToken cancellationToken)
    {
        if (!knowledge.Current.TopicGroups.Contains(Paused))
        {
            ModelState.AddModelError(nameof(Paused), "Choose the skill");
        }

        return await ActAsync(nameof(Paused), by => acts.PauseSkillAsync(new AdviserId(Id), Paused!, by, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsideAsync(CancellationToken cancellationToken)
    {
        Presence? presence = Aside switch { nameof(Presence.Away) => Presence.Away, nameof(Presence.Offline) => Presence.Offline, _ => null };
        if (presence is null)
        {
            ModelState.AddModelError(nameof(Aside), "Choose away or offline");
        }

        return await ActAsync(nameof(Aside), by => acts.SetAsideAsync(new AdviserId(Id), presence!.Value, by, cancellationToken), cancellationToken);
    }

    /// <param name="contactId">The contact as it was shown: another that the adviser has by now is not touched.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IActionResult> OnPostEndWrapUpAsync([FromForm] Guid contactId, CancellationToken cancellationToken)
    {
        var outcome = knowledge.Current.Outcomes.Find(Ending);
        if (outcome is null || outcome.Id == Core.Contacts.Contact.BlockedCode)
        {
            ModelState.AddModelError(nameof(Ending), "Choose the outcome");
        }

        return await ActAsync(
            nameof(Ending), by => acts.EndWrapUpAsync(new ContactId(contactId), outcome!.Id, outcome.NonData, by, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> ActAsync(string field, Func<AdviserId, Task<FloorOutcome>> act, CancellationToken cancellationToken) =>
        User.AdviserId() is not { } by ? Forbid()
        : !ModelState.IsValid ? await ShowAsync(cancellationToken)
        : await AfterAsync(await act(by), field, () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (await floor.AdviserAsync(new AdviserId(Id), cancellationToken) is not { } adviser)
        {
            return NotFound();
        }

        Adviser = adviser;
        return Page();
    }
}
