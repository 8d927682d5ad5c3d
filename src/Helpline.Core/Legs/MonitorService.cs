using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>
/// A supervisor on somebody else's call: listening, whispering to the adviser, or joining. The adviser sees it, and every change is an
/// entry of the contact's timeline.
/// </summary>
public sealed class MonitorService(HelplineDbContext db, ICallControl callControl, LegService legs, TimeProvider time)
{
    /// <summary>Comes onto the call, or does something else there.</summary>
    public async Task<MonitorOutcome> SetAsync(ContactId contactId, AdviserId supervisorId, MonitorMode mode, CancellationToken cancellationToken)
    {
        var now = await LiveAsync(supervisorId, cancellationToken);
        if (now is not null)
        {
            return now.Call.ContactId == contactId ? await ChangeAsync(now, mode, cancellationToken) : MonitorOutcome.Busy;
        }

        RoomLegRef? added = null;
        var outcome = await db.SaveWithRetryAsync(
            async () =>
            {
                added = null;
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ContactId == contactId && c.State == CallState.Connected, cancellationToken);
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId, cancellationToken);
                if (call is null || contact is not { Status: ContactStatus.InProgress } || contact.AdviserId == supervisorId)
                {
                    return MonitorOutcome.NotNow;
                }

                var supervisor = await db.Advisers.SingleAsync(a => a.Id == supervisorId, cancellationToken);
                var onAnother = await db.RoomLegs.AnyAsync(
                    l => l.AdviserId == supervisorId && l.Kind == RoomLegKind.Monitor && l.State != RoomLegState.Ended, cancellationToken);
                if (onAnother || supervisor.Activity != Activity.Idle)
                {
                    return MonitorOutcome.Busy;
                }

                var leg = RoomLeg.Monitor(call.Id, supervisorId, mode, time.UtcNow());
                db.RoomLegs.Add(leg);
                contact.NoteMonitor(mode, supervisorId, time.UtcNow());
                added = RoomLegRef.Of(leg, CallRef.Of(call));
                return MonitorOutcome.Done;
            },
            cancellationToken);
        return added is null || await legs.BringUpAsync(added, cancellationToken) ? outcome : MonitorOutcome.LineRefused;
    }

    /// <summary>Leaves whatever call the supervisor is on. False when they are on none.</summary>
    public async Task<bool> StopAsync(AdviserId supervisorId, CancellationToken cancellationToken)
    {
        if (await LiveAsync(supervisorId, cancellationToken) is not { } leg)
        {
            return false;
        }

        await legs.GoneAsync(leg.Id, cancellationToken);
        await callControl.DropLegAsync(leg, cancellationToken);
        return true;
    }

    // The phone provider first: what the adviser's page shows must be what can be heard.
    private async Task<MonitorOutcome> ChangeAsync(RoomLegRef leg, MonitorMode mode, CancellationToken cancellationToken)
    {
        if (leg.State == RoomLegState.InRoom && await callControl.SetMonitorAsync(leg, mode, cancellationToken) != CallControlOutcome.Done)
        {
            return MonitorOutcome.LineRefused;
        }

        return await db.SaveWithRetryAsync(
            async () =>
            {
                var stored = await db.RoomLegs.SingleAsync(l => l.Id == leg.Id, cancellationToken);
                if (stored.State == RoomLegState.Ended)
                {
                    return MonitorOutcome.NotNow;
                }

                if (stored.Mode != mode)
                {
                    stored.Become(mode);
                    var contact = await db.Contacts.SingleAsync(c => c.Id == leg.Call.ContactId, cancellationToken);
                    contact.NoteMonitor(mode, leg.AdviserId, time.UtcNow());
                }

                return MonitorOutcome.Done;
            },
            cancellationToken);
    }

    private async Task<RoomLegRef?> LiveAsync(AdviserId supervisorId, CancellationToken cancellationToken)
    {
        var id = await db.RoomLegs.AsNoTracking()
            .Where(l => l.AdviserId == supervisorId && l.Kind == RoomLegKind.Monitor && l.State != RoomLegState.Ended)
            .Select(l => (RoomLegId?)l.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } known ? await legs.FindAsync(known, cancellationToken) : null;
    }
}
