using Helpline.Core.Contacts;
using Helpline.Core.Surges;

namespace Helpline.Core.Hours;

/// <summary>The reply promise as it is now: the usual, or that of the surge that is on.</summary>
public sealed class ReplyDates(ReplyPromise promise, SurgeBoard surges) : IReplyDates
{
    /// <inheritdoc/>
    public async Task<int> WorkingDaysAsync(CancellationToken cancellationToken) =>
        (await surges.CurrentAsync(cancellationToken))?.ReplyWorkingDays ?? promise.WorkingDays;

    /// <inheritdoc/>
    public async Task<DateTime> DueAtAsync(DateTime utcNow, DateOnly? lastDay = null, CancellationToken cancellationToken = default)
    {
        // What has to be sent soon is answered as at any time: that is what a surge makes room for.
        var urgent = lastDay <= UkTime.DayOf(utcNow).AddDays(Surge.UrgentDays);
        return promise.DueAt(utcNow, lastDay, urgent ? promise.WorkingDays : await WorkingDaysAsync(cancellationToken));
    }
}
