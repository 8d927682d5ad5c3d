using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Recordings;

/// <summary>What recordings do by themselves as the line goes its way, and when their time is over.</summary>
public sealed partial class RecordingService
{
    /// <summary>The caller was put on hold or taken off it: nothing is recorded while they hear music.</summary>
    public async Task FollowHoldAsync(CallRef call, bool onHold, CancellationToken cancellationToken)
    {
        if (await OpenAsync(call.CallId, cancellationToken) is not { ProviderRecordingId: { } providerId } recording
            || recording.State != (onHold ? CallRecordingState.Running : CallRecordingState.PausedByHold))
        {
            return;
        }

        var told = onHold
            ? await recorder.PauseAsync(call, providerId, cancellationToken)
            : await recorder.ResumeAsync(call, providerId, cancellationToken);
        if (told)
        {
            await ChangeAsync(recording.Id, r => onHold ? r.PauseByHold() : r.Resume(byHold: true), cancellationToken);
        }
    }

    /// <summary>The conversation is over: the survey is not recorded.</summary>
    public async Task StopForAsync(CallRef call, CancellationToken cancellationToken)
    {
        if (await OpenAsync(call.CallId, cancellationToken) is { ProviderRecordingId: { } providerId } recording)
        {
            await recorder.StopAsync(call, providerId, cancellationToken);
            await ChangeAsync(recording.Id, r => r.Stop(), cancellationToken);
        }
    }

    /// <summary>
    /// The provider says it is finished. One whose start was not answered is found by this, and deleted: nobody saw a mark that it ran.
    /// Told twice, the second does nothing.
    /// </summary>
    public async Task FinishedAsync(RecordingId id, string providerRecordingId, int seconds, CancellationToken cancellationToken)
    {
        var unwanted = await db.SaveWithRetryAsync(
            async () =>
            {
                if (await db.CallRecordings.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } recording)
                {
                    return true;
                }

                recording.Measure(providerRecordingId, seconds);
                recording.Stop();
                return recording.State == CallRecordingState.Deleted;
            },
            cancellationToken);
        if (unwanted)
        {
            await recorder.DeleteAsync(providerRecordingId, cancellationToken);
        }
    }

    /// <summary>Deletes the sound of every recording whose time is over. Returns how many.</summary>
    public async Task<int> DeleteDueAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var due = await db.CallRecordings.AsNoTracking()
            .Where(r => r.State == CallRecordingState.Stopped && r.KeepUntil <= now).Select(r => r.Id).ToListAsync(cancellationToken);
        var deleted = 0;
        foreach (var id in due)
        {
            deleted += await EraseAsync(id, ProcessContext.System, cancellationToken) ? 1 : 0;
        }

        return deleted;
    }

    // The sound first: a row that says deleted while the sound exists would never be looked at again.
    private async Task<bool> EraseAsync(RecordingId id, ProcessContext by, CancellationToken cancellationToken)
    {
        var providerId = await db.CallRecordings.AsNoTracking().Where(r => r.Id == id).Select(r => r.ProviderRecordingId).SingleAsync(cancellationToken);
        if (providerId is not null && !await recorder.DeleteAsync(providerId, cancellationToken))
        {
            return false;
        }

        return await db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var recording = await db.CallRecordings.SingleAsync(r => r.Id == id, cancellationToken);
                if (recording.Delete(now))
                {
                    var contact = await (
                        from call in db.Calls
                        join c in db.Contacts on call.ContactId equals c.Id
                        where call.Id == recording.CallId
                        select c).SingleAsync(cancellationToken);
                    contact.NoteRecording("deleted", by, now);
                }

                return true;
            },
            cancellationToken);
    }

    private Task<bool> ChangeAsync(RecordingId id, Func<CallRecording, bool> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(async () => change(await db.CallRecordings.SingleAsync(r => r.Id == id, cancellationToken)), cancellationToken);
}
