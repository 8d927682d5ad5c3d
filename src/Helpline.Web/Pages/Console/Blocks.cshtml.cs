using Helpline.Core.Advisers;
using Helpline.Core.Blocks;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Blocks of numbers: what advisers proposed, and what holds. The number itself is not shown, as it is not kept.</summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class BlocksModel(BlockQueries queries, BlockService blocks, IKnowledgeBase knowledge, TimeProvider time) : PageModel
{
    [BindProperty]
    public Guid BlockId { get; set; }

    /// <summary>The last day, as the browser's date field sends it.</summary>
    [BindProperty]
    public DateOnly? LastDay { get; set; }

    public IReadOnlyList<BlockView> Proposed { get; private set; } = [];

    public IReadOnlyList<BlockView> Holding { get; private set; } = [];

    public DateOnly Usual => time.LondonToday().AddDays(BlockService.UsualDays);

    public DateOnly Today => time.LondonToday();

    public string ReasonLabel(string code) => knowledge.Current.Outcomes.Find(code)?.Label ?? code;

    /// <summary>What went wrong with a block, to be said beside its buttons.</summary>
    public string? ErrorOf(BlockView block) => block.Id.Value == BlockId ? ModelState[nameof(LastDay)]?.Errors.FirstOrDefault()?.ErrorMessage : null;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && LastDay is null)
        {
            ModelState.AddModelError(nameof(LastDay), "Enter the last day of the block");
        }

        return DecideAsync(by => blocks.ApproveAsync(new BlockId(BlockId), LastDay!.Value, by, cancellationToken), cancellationToken);
    }

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellationToken) =>
        DecideAsync(by => blocks.RefuseAsync(new BlockId(BlockId), by, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostLiftAsync(CancellationToken cancellationToken) =>
        DecideAsync(by => blocks.LiftAsync(new BlockId(BlockId), by, cancellationToken), cancellationToken);

    private async Task<IActionResult> DecideAsync(Func<AdviserId, Task<DecideBlockOutcome>> decide, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } by)
        {
            return Forbid();
        }

        if (ModelState.IsValid)
        {
            var outcome = await decide(by);
            var problem = outcome switch
            {
                DecideBlockOutcome.Done or DecideBlockOutcome.AlreadyDecided => null,
                DecideBlockOutcome.NotFound => "There is no such block",
                DecideBlockOutcome.OwnProposal => "You proposed this one. Another supervisor decides",
                DecideBlockOutcome.DayPast => "Enter a day that is not in the past",
                DecideBlockOutcome.TooLong => "A block lasts a year at most",
            };
            if (problem is null)
            {
                return RedirectToPage();
            }

            ModelState.AddModelError(nameof(LastDay), problem);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var all = await queries.ListAsync(cancellationToken);
        Proposed = [.. all.Where(b => b.Status == BlockStatus.Proposed)];
        Holding = [.. all.Where(b => b.Status == BlockStatus.Approved)];
    }
}
