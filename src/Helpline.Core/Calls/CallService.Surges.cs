using Helpline.Core.Adjustments;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Surges;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Calls;

/// <summary>What came of confirming the number to ring.</summary>
public enum KeepPlaceOutcome
{
    /// <summary>The place is kept; the caller may hang up.</summary>
    Kept,

    /// <summary>Nothing is being arranged.</summary>
    NotArranging,

    /// <summary>As many callbacks are promised as the surge allows. The caller stays on the line.</summary>
    QuotaUsedUp,
}

/// <summary>What a surge changes for callers.</summary>
public sealed partial class CallService
{
    /// <summary>The number is confirmed: the caller may hang up and keeps their place, unless a surge's quota is used up.</summary>
    public async Task<KeepPlaceOutcome> PromiseCallbackAsync(string providerCallId, string number, CancellationToken cancellationToken)
    {
        var outcome = await db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ProviderCallId == providerCallId, cancellationToken);
                if (call is not { State: CallState.Arranging })
                {
                    return KeepPlaceOutcome.NotArranging;
                }

                if (!await TakeCallbackAsync(now, cancellationToken))
                {
                    return KeepPlaceOutcome.QuotaUsedUp;
                }

                var contact = await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                call.KeepPlace(now);
                contact.PromiseCallback(number, now + callbackOptions.Value.HangUpTime, now);
                return KeepPlaceOutcome.Kept;
            },
            cancellationToken);
        surges.Refresh();
        return outcome;
    }

    /// <summary>
    /// A caller who is not in the queue yet asks to keep a place in it: they join and say which number to ring, in one commit. False when the call has moved on.
    /// </summary>
    public Task<bool> JoinToKeepPlaceAsync(string providerCallId, CancellationToken cancellationToken) => ChangeAsync(
        providerCallId,
        async (call, contact) =>
        {
            var now = time.UtcNow();
            if (contact.Status != ContactStatus.Waiting || !await JoinAsync(call, contact, cancellationToken))
            {
                return false;
            }

            call.ArrangeCallback(now);
            contact.ArrangeCallback();
            return true;
        },
        cancellationToken);

    /// <summary>Whether the caller is known to speak through a relay or an interpreter, whom no menu may hurry.</summary>
    public Task<bool> IsSlowAsync(string providerCallId, CancellationToken cancellationToken) => (
        from call in db.Calls
        join contact in db.Contacts on call.ContactId equals contact.Id
        join kept in db.Adjustments on contact.EnquirerKey equals kept.EnquirerKey
        where call.ProviderCallId == providerCallId && (kept.Kinds & EnquirerAdjustments.Slow) != AdjustmentKinds.None
        select kept).AnyAsync(cancellationToken);

    /// <summary>Whether the caller is known to call through text relay, whose assistant types what is said.</summary>
    public Task<bool> UsesTextRelayAsync(string providerCallId, CancellationToken cancellationToken) => (
        from call in db.Calls
        join contact in db.Contacts on call.ContactId equals contact.Id
        join kept in db.Adjustments on contact.EnquirerKey equals kept.EnquirerKey
        where call.ProviderCallId == providerCallId && (kept.Kinds & AdjustmentKinds.TextRelay) != AdjustmentKinds.None
        select kept).AnyAsync(cancellationToken);

    private async Task<bool> TakeCallbackAsync(DateTime now, CancellationToken cancellationToken)
    {
        var surge = await db.Surges.AsNoTracking().SingleOrDefaultAsync(s => s.EndedAt == null && s.Until > now, cancellationToken);
        if (surge is not { CallbackQuota: { } quota })
        {
            return true;
        }

        var period = Surge.PeriodOf(now, surge.QuotaIsHourly);
        var use = await db.SurgeQuotaUses.SingleOrDefaultAsync(q => q.SurgeId == surge.Id && q.PeriodStart == period, cancellationToken);
        if (use is null)
        {
            use = SurgeQuotaUse.For(surge.Id, period);
            if (quota > 0)
            {
                db.SurgeQuotaUses.Add(use);
            }
        }

        return use.Take(quota);
    }
}
