using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Knowledge.Editing;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>What editors do with a text. Everything is checked again here, whatever the page showed.</summary>
public sealed partial class TextModel
{
    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken) => DoAsync(
        async () => Served is null ? EditOutcome.NotNow
            : (await drafts.StartAsync(TextOf(Served), isNew: false, By(), cancellationToken)).Outcome switch
            {
                EditOutcome.AnotherOpen => EditOutcome.Done,
                var outcome => outcome,
            },
        done: null,
        cancellationToken,
        address: "/edit");

    public Task<IActionResult> OnPostApproveAsync(Guid versionId, long version, CancellationToken cancellationToken) => DoAsync(
        async () => await OpenIsGoodAsync(cancellationToken)
            ? await publishing.ApproveAsync(new ContentVersionId(versionId), version, By(Why), cancellationToken) : null,
        "The version is approved",
        cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(Guid versionId, long version, CancellationToken cancellationToken) => DoAsync(
        async () => await publishing.ReturnAsync(new ContentVersionId(versionId), version, By(Why), cancellationToken),
        "The version is a draft again",
        cancellationToken);

    public Task<IActionResult> OnPostPublishAsync(Guid versionId, long version, CancellationToken cancellationToken) => DoAsync(
        async () => await OpenIsGoodAsync(cancellationToken)
            ? await publishing.PublishAsync(new ContentVersionId(versionId), version, By(Why), cancellationToken) : null,
        "The version is published. It is found by search within two seconds",
        cancellationToken);

    public Task<IActionResult> OnPostScheduleAsync(Guid versionId, long version, CancellationToken cancellationToken) => DoAsync(
        async () => PublishAt() is { } at && await OpenIsGoodAsync(cancellationToken)
            ? await publishing.ScheduleAsync(new ContentVersionId(versionId), version, at, By(Why), cancellationToken) : null,
        "The version is scheduled",
        cancellationToken);

    public Task<IActionResult> OnPostGiveUpAsync(Guid versionId, long version, CancellationToken cancellationToken) => DoAsync(
        async () => await drafts.GiveUpAsync(new ContentVersionId(versionId), version, By(Why), cancellationToken),
        "The version is given up. Its text stays in the history",
        cancellationToken);

    public Task<IActionResult> OnPostRollBackAsync(int number, CancellationToken cancellationToken) => DoAsync(
        async () => MayBePublished(await Queries.TextAsync(Text.Path, number, cancellationToken))
            ? await publishing.RollBackAsync(Text.Path, number, ShippedHash, By(Why), cancellationToken) : null,
        $"Version {number} is published anew",
        cancellationToken);

    public Task<IActionResult> OnPostTakeDownAsync(CancellationToken cancellationToken) => DoAsync(
        async () => await publishing.TakeDownAsync(Text.Path, By(Why), cancellationToken),
        "The shipped text is served again",
        cancellationToken);

    public Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken) => DoAsync(
        async () => Renewed() is { } text && MayBePublished(text)
            ? await publishing.RenewAsync(TextOf(text), By("Read again; the words stand"), cancellationToken) : null,
        "The text is marked as reviewed today",
        cancellationToken);

    public Task<IActionResult> OnPostWrongAsync(CancellationToken cancellationToken) => DoAsync(
        async () => Served is null ? EditOutcome.NotNow : await marking.MarkWrongAsync(Text.Path, Check.Hash(Served), By(Why), cancellationToken),
        "The text is marked wrong. It can be neither cited nor inserted",
        cancellationToken);

    public Task<IActionResult> OnPostClearAsync(CancellationToken cancellationToken) => DoAsync(
        async () => await marking.ClearAsync(Text.Path, By(Why), cancellationToken),
        "The mark is cleared",
        cancellationToken);

    private async Task<IActionResult> DoAsync(Func<Task<EditOutcome?>> work, string? done, CancellationToken cancellationToken, string address = "")
    {
        if (!User.MayEditKnowledge())
        {
            return Forbid();
        }

        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var outcome = await work();
        if (outcome == EditOutcome.Done)
        {
            TempData["Done"] = done;
            return Redirect(Text.Address + address);
        }

        if (outcome is { } refused)
        {
            ModelState.AddModelError(refused == EditOutcome.WhyMissing ? nameof(Why) : "", EditWords.Of(refused));
        }

        await FindAsync(cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Whether the open version may be published; what keeps it from that is on the page.</summary>
    private async Task<bool> OpenIsGoodAsync(CancellationToken cancellationToken) =>
        Open is null || MayBePublished(await Queries.TextAsync(Text.Path, Open.Number, cancellationToken));

    private DateTime? PublishAt()
    {
        if (!PublishOn.TryRead("The day of publication", out var day, out var error))
        {
            ModelState.AddModelError(nameof(PublishOn), error);
        }

        if (!TimeOnly.TryParseExact(PublishTime?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            ModelState.AddModelError(nameof(PublishTime), "Enter a time such as 7:30 or 14:00");
        }

        // Minutes after midnight, so that a time which the spring change leaves out is an hour later and not an error.
        return ModelState.IsValid ? day.LondonMidnightUtc().AddTicks(LondonTicks(day, at)) : null;
    }

    private static long LondonTicks(DateOnly day, TimeOnly at)
    {
        var midnight = day.LondonMidnightUtc();
        var guess = midnight.Add(at.ToTimeSpan());
        return at.Ticks - (guess.ToLondon() - day.ToDateTime(at)).Ticks;
    }

    private string? Renewed()
    {
        var today = time.LondonToday();
        if (!ReviewBy.TryRead("The day of the next review", out var next, out var error))
        {
            ModelState.AddModelError(nameof(ReviewBy), error);
        }
        else if (next <= today)
        {
            ModelState.AddModelError(nameof(ReviewBy), "The day of the next review must be later than today");
        }

        if (!ModelState.IsValid)
        {
            return null;
        }

        var text = Served is null ? null : ReviewDates.Renew(Served, today, next);
        if (text is null)
        {
            ModelState.AddModelError("", "The dates stand in no line of their own in this text; edit it instead");
        }

        return text;
    }
}
