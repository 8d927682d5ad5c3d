using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Currency;
using Helpline.Knowledge.Taxonomy;
using Helpline.Web.Editing;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Changes of the law: recording one turns everything that cites it amber, and here is the list to work off.</summary>
public sealed class ProvisionsModel(IKnowledgeBase knowledge, PublishingQueries queries, MarkingService marking, Standings standings, TimeProvider time) : PageModel
{
    private const int MostYearsAhead = 2;

    [BindProperty]
    public string? Provision { get; set; }

    [BindProperty]
    public DateEntry ChangedOn { get; set; } = new();

    [BindProperty]
    public string? What { get; set; }

    public IReadOnlyList<ChangeToWorkOff> Changes { get; private set; } = [];

    public IReadOnlyList<Provision> Known => knowledge.Current.Provisions;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!User.MayEditKnowledge())
        {
            return Forbid();
        }

        var provision = knowledge.Current.Provisions.Find(Provision?.Trim());
        if (provision is null)
        {
            ModelState.AddModelError(nameof(Provision), "Enter the id of a provision, such as cfa2014-s36. Typing offers those there are");
        }

        if (!ChangedOn.TryRead("The day of the change", out var day, out var error))
        {
            ModelState.AddModelError(nameof(ChangedOn), error);
        }
        else if (day > time.LondonToday().AddYears(MostYearsAhead))
        {
            ModelState.AddModelError(nameof(ChangedOn), "The day of the change must be within the next two years");
        }

        if (ModelState.IsValid)
        {
            var outcome = await marking.RecordChangeAsync(provision!.Id, day, new EditContext(User.UserId(), What), cancellationToken);
            if (outcome == EditOutcome.Done)
            {
                TempData["Done"] = "The change is recorded. What cites it is amber within a second or two";
                return Redirect("/manage/knowledge/provisions");
            }

            ModelState.AddModelError(nameof(What), outcome == EditOutcome.WhyMissing ? "Say what changed" : EditWords.Of(outcome));
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>A record made by mistake.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!User.MayEditKnowledge())
        {
            return Forbid();
        }

        await marking.WithdrawChangeAsync(id, new EditContext(User.UserId(), "Recorded by mistake"), cancellationToken);
        return Redirect("/manage/knowledge/provisions");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var known = knowledge.Current;
        var recorded = (await queries.ReadAsync(cancellationToken)).Changes;
        Changes = [.. recorded.Select(change => new ChangeToWorkOff(
            change,
            known.Provisions.Find(change.ProvisionId) is { } p ? $"{p.Title}, {p.Section}" : change.ProvisionId,
            standings.CitersOf(change)))];
    }
}

/// <summary>A recorded change with everything that cites the provision.</summary>
/// <param name="Change">The record.</param>
/// <param name="Title">The provision.</param>
/// <param name="Texts">What cites it, and whether each still has to be read again.</param>
public sealed record ChangeToWorkOff(RecordedChange Change, string Title, IReadOnlyList<(LegalNode Node, bool IsLeft)> Texts)
{
    /// <summary>How many are left.</summary>
    public int Left => Texts.Count(t => t.IsLeft);

    /// <summary>The editors' page of a text; null for texts that stand in a list with others.</summary>
    public static string? AddressOf(NodeId node) => node.Kind switch
    {
        NodeKind.Article => $"/manage/knowledge/articles/{node.Id}",
        NodeKind.Letter => $"/manage/knowledge/letters/{node.Id}",
        NodeKind.Provision or NodeKind.Deadline or NodeKind.Macro or NodeKind.TrainingModule => null,
    };

    /// <summary>What sort of text it is.</summary>
    public static string KindOf(NodeId node) => node.Kind switch
    {
        NodeKind.Article => "article",
        NodeKind.Letter => "letter",
        NodeKind.Macro => "passage in content/macros.yaml",
        NodeKind.TrainingModule => "training module in content/training.yaml",
        NodeKind.Provision => "provision",
        NodeKind.Deadline => "time limit",
    };
}
