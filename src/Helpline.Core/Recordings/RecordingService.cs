using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Recordings;

/// <summary>
/// Recording with the caller's consent: begun by the adviser to whom they said yes, paused for what is not to be kept, paused by itself
/// while the caller is on hold, stopped before the survey, deleted on wish or by the rule.
/// </summary>
public sealed partial class RecordingService(HelplineDbContext db, ICallRecorder recorder, TimeProvider time, IOptions<RecordingOptions> options)
{
    /// <summary>The caller said yes. The consent is kept first; without an answer of the provider's nothing is taken to be recorded.</summary>
    public async Task<RecordingOutcome> StartAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        CallRef? call = null;
        RecordingId id = default;
        var outcome = await ForCallAsync(
            contactId,
            adviserId,
            async (contact, stored, now) =>
            {
                if (stored is not { State: CallState.Connected, HeldSince: null } || await OpenAsync(stored.Id, cancellationToken) is not null)
                {
                    return RecordingOutcome.NotNow;
                }

                if (await db.RoomLegs.AnyAsync(l => l.CallId == stored.Id && l.Kind == RoomLegKind.Outside && l.State != RoomLegState.Ended, cancellationToken))
                {
                    return RecordingOutcome.OutsideOnCall;
                }

                var recording = CallRecording.Agreed(stored.Id, adviserId, now, options.Value.KeepFor);
                db.CallRecordings.Add(recording);
                contact.NoteRecording("agreed", ProcessContext.By(adviserId), now);
                (call, id) = (CallRef.Of(stored), recording.Id);
                return RecordingOutcome.Done;
            },
            cancellationToken);
        if (outcome != RecordingOutcome.Done)
        {
            return outcome;
        }

        var providerId = await recorder.StartAsync(call!, id, cancellationToken);
        await db.SaveWithRetryAsync(
            async () =>
            {
                var recording = await db.CallRecordings.SingleAsync(r => r.Id == id, cancellationToken);
                return providerId is null ? recording.Delete(time.UtcNow()) : recording.Run(providerId);
            },
            cancellationToken);
        return providerId is null ? RecordingOutcome.LineRefused : RecordingOutcome.Done;
    }

    /// <summary>Pauses it, before something is said that is not to be kept.</summary>
    public Task<RecordingOutcome> PauseAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        SetAsync(contactId, adviserId, "paused", recorder.PauseAsync, r => r.Pause(), cancellationToken);

    /// <summary>Goes on.</summary>
    public Task<RecordingOutcome> ResumeAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        SetAsync(contactId, adviserId, "resumed", recorder.ResumeAsync, r => r.Resume(byHold: false), cancellationToken);

    /// <summary>Stops it for good, as when the caller changes their mind.</summary>
    public Task<RecordingOutcome> StopAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        SetAsync(contactId, adviserId, "stopped", recorder.StopAsync, r => r.Stop(), cancellationToken);

    /// <summary>Deletes what was recorded of the contact, on the caller's wish. Also while it runs.</summary>
    public async Task<RecordingOutcome> DeleteAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        var stopped = await StopAsync(contactId, adviserId, cancellationToken);
        if (stopped is RecordingOutcome.NotYours or RecordingOutcome.LineRefused)
        {
            return stopped;
        }

        var ids = await (
            from r in db.CallRecordings.AsNoTracking()
            join call in db.Calls.AsNoTracking() on r.CallId equals call.Id
            where call.ContactId == contactId && r.State == CallRecordingState.Stopped
            select r.Id).ToListAsync(cancellationToken);
        var all = true;
        foreach (var id in ids)
        {
            all &= await EraseAsync(id, ProcessContext.By(adviserId), cancellationToken);
        }

        return ids.Count == 0 ? RecordingOutcome.NotNow : all ? RecordingOutcome.Done : RecordingOutcome.LineRefused;
    }

    /// <summary>The recording of a contact whose sound is kept or being made; null when there is none.</summary>
    public Task<CallRecording?> OfAsync(ContactId contactId, CancellationToken cancellationToken) =>
        (
            from r in db.CallRecordings.AsNoTracking()
            join call in db.Calls.AsNoTracking() on r.CallId equals call.Id
            where call.ContactId == contactId && r.State != CallRecordingState.Deleted
            orderby r.ConsentAt descending
            select r).FirstOrDefaultAsync(cancellationToken);

    private Task<CallRecording?> OpenAsync(CallId callId, CancellationToken cancellationToken) =>
        db.CallRecordings.SingleOrDefaultAsync(
            r => r.CallId == callId && r.State != CallRecordingState.Stopped && r.State != CallRecordingState.Deleted, cancellationToken);

    // The provider first: what the page shows as paused must not be recorded.
    private async Task<RecordingOutcome> SetAsync(
        ContactId contactId,
        AdviserId adviserId,
        string code,
        Func<CallRef, string, CancellationToken, Task<bool>> tell,
        Func<CallRecording, bool> change,
        CancellationToken cancellationToken)
    {
        var found = await (
            from r in db.CallRecordings.AsNoTracking()
            join call in db.Calls.AsNoTracking() on r.CallId equals call.Id
            join contact in db.Contacts.AsNoTracking() on call.ContactId equals contact.Id
            where contact.Id == contactId && contact.AdviserId == adviserId && r.State != CallRecordingState.Deleted
            orderby r.ConsentAt descending
            select new { Recording = r, Call = call }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return await db.Contacts.AnyAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken) ? RecordingOutcome.NotNow : RecordingOutcome.NotYours;
        }

        if (found.Recording is not { IsOpen: true, ProviderRecordingId: { } providerId })
        {
            return RecordingOutcome.NotNow;
        }

        if (!await tell(CallRef.Of(found.Call), providerId, cancellationToken))
        {
            return RecordingOutcome.LineRefused;
        }

        return await ForCallAsync(
            contactId,
            adviserId,
            async (contact, _, now) =>
            {
                var recording = await db.CallRecordings.SingleAsync(r => r.Id == found.Recording.Id, cancellationToken);
                if (!change(recording))
                {
                    return RecordingOutcome.NotNow;
                }

                contact.NoteRecording(code, ProcessContext.By(adviserId), now);
                return RecordingOutcome.Done;
            },
            cancellationToken);
    }

    private Task<RecordingOutcome> ForCallAsync(
        ContactId contactId, AdviserId adviserId, Func<Contact, Call, DateTime, Task<RecordingOutcome>> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ContactId == contactId, cancellationToken);
                return contact is null ? RecordingOutcome.NotYours : call is null ? RecordingOutcome.NotNow : await change(contact, call, time.UtcNow());
            },
            cancellationToken);
}
