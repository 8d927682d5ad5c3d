using System.Globalization;
using Helpline.Core.Advisers;
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

/// <summary>What a supervisor changes about one waiting contact. Its record is not opened.</summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class ContactModel(FloorQueries floor, FloorService acts, IKnowledgeBase knowledge, AuthorityDirectory authorities) : FloorPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; init; }

    [BindProperty]
    public string? Class { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    [BindProperty]
    public string? AdviserId { get; set; }

    [BindProperty]
    public string? Minutes { get; set; } = "10";

    public FloorWaiting? Waiting { get; private set; }

    public IReadOnlyList<FieldOption> Advisers { get; private set; } = [];

    public FloorWords Words { get; } = new(knowledge, authorities);

    public bool IsReserved => Waiting?.Reasons.OfType<PlaceReason.ReservedFor>().Any() == true;

    public static IReadOnlyList<FieldOption> Classes { get; } =
        [.. Enum.GetValues<PriorityClass>().Select(c => new FieldOption(c.ToString(), FloorWords.Class(c)))];

    public static IReadOnlyList<FieldOption> Times { get; } =
        [new("5", "5 minutes"), new("10", "10 minutes"), new("30", "30 minutes"), new("60", "1 hour")];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<PriorityClass>(Class, out var priority) || !Enum.IsDefined(priority))
        {
            ModelState.AddModelError(nameof(Class), "Choose the class");
        }

        if (!FloorWords.Reasons.Any(r => r.Value == Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Choose the reason");
        }

        return await ActAsync(nameof(Class), by => acts.MoveAsync(new ContactId(Id), priority, Reason!, Confirmed, by, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostReserveAsync(CancellationToken cancellationToken)
    {
        if (!Core.Advisers.AdviserId.TryParse(AdviserId, out var adviser))
        {
            ModelState.AddModelError(nameof(AdviserId), "Choose the adviser");
        }

        if (!Times.Any(t => t.Value == Minutes))
        {
            ModelState.AddModelError(nameof(Minutes), "Choose for how long");
        }

        return await ActAsync(
            nameof(AdviserId),
            by => acts.ReserveAsync(new ContactId(Id), adviser, TimeSpan.FromMinutes(int.Parse(Minutes!, CultureInfo.InvariantCulture)), by, cancellationToken),
            cancellationToken);
    }

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken) =>
        ActAsync(nameof(AdviserId), by => acts.ReleaseAsync(new ContactId(Id), by, cancellationToken), cancellationToken);

    private async Task<IActionResult> ActAsync(string field, Func<AdviserId, Task<FloorOutcome>> act, CancellationToken cancellationToken) =>
        User.AdviserId() is not { } by ? Forbid()
        : !ModelState.IsValid ? await ShowAsync(cancellationToken)
        : await AfterAsync(await act(by), field, () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Waiting = (await floor.WaitingAsync(cancellationToken)).SingleOrDefault(w => w.Id.Value == Id);
        Advisers = [.. (await floor.AdvisersAsync(cancellationToken)).Where(a => a.Presence != Presence.Offline).Select(a => new FieldOption(a.Id.ToString(), a.Name))];
        Class ??= Waiting?.Recorded.ToString();
        return Page();
    }
}
