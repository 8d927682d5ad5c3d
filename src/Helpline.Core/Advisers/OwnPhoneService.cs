using Helpline.Core.Callbacks;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Advisers;

/// <summary>Where an adviser is rung: their own telephone, or the browser. A choice counts from the next line that is brought up.</summary>
public sealed class OwnPhoneService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Has the adviser rung on a telephone. Anything but a number that can be rung changes nothing.</summary>
    public async Task<UkNumberOutcome> UseAsync(AdviserId adviserId, string? text, CancellationToken cancellationToken)
    {
        var outcome = UkNumber.Read(text, out var number);
        return outcome == UkNumberOutcome.Ringable
            ? await db.SaveWithRetryAsync(
                async () =>
                {
                    if (await db.OwnPhones.SingleOrDefaultAsync(p => p.AdviserId == adviserId, cancellationToken) is { } phone)
                    {
                        phone.Change(number, time.UtcNow());
                    }
                    else
                    {
                        db.OwnPhones.Add(OwnPhone.Choose(adviserId, number, time.UtcNow()));
                    }

                    return outcome;
                },
                cancellationToken)
            : outcome;
    }

    /// <summary>
    /// Has the adviser rung in the browser again; the number is forgotten. False, and nothing is changed, when they are available and
    /// microphone and ringer have not been tried there: the next offer might not be heard.
    /// </summary>
    public async Task<bool> UseBrowserAsync(AdviserId adviserId, bool soundTried, CancellationToken cancellationToken)
    {
        if (!soundTried && await db.Advisers.AnyAsync(a => a.Id == adviserId && a.Presence == Presence.Available, cancellationToken))
        {
            return false;
        }

        await db.OwnPhones.Where(p => p.AdviserId == adviserId).ExecuteDeleteAsync(cancellationToken);
        return true;
    }

    /// <summary>The number to ring an adviser on, in E.164; null for the browser. For nobody's eyes: <see cref="OwnPhone.Masked"/> is shown.</summary>
    public async Task<string?> NumberOfAsync(AdviserId adviserId, CancellationToken cancellationToken) =>
        (await db.OwnPhones.AsNoTracking().SingleOrDefaultAsync(p => p.AdviserId == adviserId, cancellationToken))?.Number;

    /// <summary>Whether the adviser is rung on their own telephone.</summary>
    public Task<bool> IsUsedByAsync(AdviserId adviserId, CancellationToken cancellationToken) =>
        db.OwnPhones.AnyAsync(p => p.AdviserId == adviserId, cancellationToken);

    /// <summary>Whether the adviser an offer went to is rung on their own telephone.</summary>
    public Task<bool> IsUsedForAsync(OfferId offerId, CancellationToken cancellationToken) =>
        db.OwnPhones.AnyAsync(p => db.Offers.Any(o => o.Id == offerId && o.AdviserId == p.AdviserId), cancellationToken);
}
