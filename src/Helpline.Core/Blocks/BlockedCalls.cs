using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Blocks;

/// <summary>The phone's door for blocked numbers.</summary>
public sealed class BlockedCalls(HelplineDbContext db, TimeProvider time)
{
    /// <summary>
    /// Turns a call away if its number is blocked now: recorded as that, closed, offered to nobody and in no figures of advice. Returns the last day (London) of the block; null
    /// when the call may go on. A withheld number has no key and is never turned away.
    /// </summary>
    public Task<DateOnly?> TurnAwayAsync(string providerCallId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var until = await (
                    from call in db.Calls
                    join contact in db.Contacts on call.ContactId equals contact.Id
                    join block in db.Blocks on contact.EnquirerKey equals block.EnquirerKey
                    where call.ProviderCallId == providerCallId && call.State == CallState.InFlow
                        && block.Status == BlockStatus.Approved && block.Until > now
                    select block.Until).MaxAsync(cancellationToken);
                if (until is not { } end)
                {
                    return (DateOnly?)null;
                }

                var turned = await db.Calls.SingleAsync(c => c.ProviderCallId == providerCallId, cancellationToken);
                var waiting = await db.Contacts.SingleAsync(c => c.Id == turned.ContactId, cancellationToken);
                if (waiting is not { Status: ContactStatus.Waiting, JoinedAt: null })
                {
                    return null;
                }

                turned.End(now);
                waiting.TurnAway(now);
                return DateOnly.FromDateTime(end.ToLondon()).AddDays(-1);
            },
            cancellationToken);
}
