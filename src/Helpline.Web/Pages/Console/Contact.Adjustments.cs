using Helpline.Core.Adjustments;
using Helpline.Core.Contacts;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Console;

/// <summary>What the enquirer has asked to have done differently: shown first, marked once, taken away when they say so.</summary>
public sealed partial class ContactModel
{
    public EnquirerAdjustments? Adjustments { get; private set; }

    public string? AdjustmentsError { get; private set; }

    public async Task<IActionResult> OnPostAdjustmentsAsync(
        [FromForm] string? kinds, [FromForm] string? language, [FromForm] string? safeHours, [FromForm] string? note, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        var outcome = await adjustments.MarkAsync(
            new MarkAdjustments
            {
                ContactId = new ContactId(Id),
                AdviserId = adviserId,
                Kinds = AdjustmentWords.Read(kinds),
                Language = language,
                SafeHours = safeHours,
                Note = note,
            },
            cancellationToken);
        return await AdjustmentsAsync(outcome, cancellationToken);
    }

    public async Task<IActionResult> OnPostForgetAdjustmentsAsync(CancellationToken cancellationToken) =>
        User.AdviserId() is { } adviserId
            ? await AdjustmentsAsync(await adjustments.ForgetAsync(new ContactId(Id), adviserId, cancellationToken), cancellationToken)
            : Forbid();

    private async Task<IActionResult> AdjustmentsAsync(AdjustmentOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome == AdjustmentOutcome.NotYours || !await LoadAsync(everything: false, cancellationToken))
        {
            return Outcome(Name(outcome), StatusCodes.Status409Conflict);
        }

        AdjustmentsError = outcome switch
        {
            AdjustmentOutcome.Done => null,
            AdjustmentOutcome.NotNow or AdjustmentOutcome.NotYours => "This contact is not in your hands any more",
            AdjustmentOutcome.NobodyKnown => "Without a number or address nobody would find it again. Write it into the notes",
            AdjustmentOutcome.TooLong => "Language and hours must be 100 characters or less, anything else 500 or less",
        };
        await ReadAdjustmentsAsync(cancellationToken);
        return Partial("_Adjustments", this);
    }

    private async Task ReadAdjustmentsAsync(CancellationToken cancellationToken) =>
        Adjustments = await adjustments.FindAsync(View.Contact.Id, cancellationToken);
}
