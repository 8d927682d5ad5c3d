using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Enquiries;

/// <summary>Keeps what is filled in on the way to a question, for a few hours.</summary>
public sealed class EnquiryJourneys(HelplineDbContext db, TimeProvider time)
{
    /// <summary>How long after the last change a journey is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(4);

    /// <summary>What is kept under a key; null when nothing is, or no more.</summary>
    public Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = EnquirySecret.HashOf(key);
        var now = time.UtcNow();
        return db.EnquiryJourneys.AsNoTracking().Where(j => j.KeyHash == hash && j.ExpiresAt > now).Select(j => j.State).SingleOrDefaultAsync(cancellationToken)!;
    }

    /// <summary>Keeps the state under a key from now on, in place of what was there. The last page sent wins.</summary>
    public async Task SaveAsync(string key, string state, CancellationToken cancellationToken)
    {
        var hash = EnquirySecret.HashOf(key);
        var now = time.UtcNow();
        await db.EnquiryJourneys.Where(j => j.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        await db.SaveWithRetryAsync(
            async () =>
            {
                var journey = await db.EnquiryJourneys.SingleOrDefaultAsync(j => j.KeyHash == hash, cancellationToken);
                if (journey is null)
                {
                    db.EnquiryJourneys.Add(EnquiryJourney.Start(hash, state, now + Kept));
                }
                else
                {
                    journey.State = state;
                    journey.ExpiresAt = now + Kept;
                }

                return true;
            },
            cancellationToken);
    }
}
