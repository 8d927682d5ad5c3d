using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>Ends what hangs on a call, within the commit that ends or hands on the call itself.</summary>
internal static class RoomLegs
{
    /// <summary>The colleague's leg that is not over; null when there is none. Tracked.</summary>
    public static Task<RoomLeg?> ConsultOfAsync(HelplineDbContext db, CallId callId, CancellationToken cancellationToken) =>
        db.RoomLegs.SingleOrDefaultAsync(
            l => l.CallId == callId && l.Kind == RoomLegKind.Consult && l.State != RoomLegState.Ended, cancellationToken);

    /// <summary>The leg from outside that is not over; null when there is none. Tracked.</summary>
    public static Task<RoomLeg?> OutsideOfAsync(HelplineDbContext db, CallId callId, CancellationToken cancellationToken) =>
        db.RoomLegs.SingleOrDefaultAsync(
            l => l.CallId == callId && l.Kind == RoomLegKind.Outside && l.State != RoomLegState.Ended, cancellationToken);

    /// <summary>The call is over: everybody else's part in it is too.</summary>
    public static async Task EndAllAsync(HelplineDbContext db, Contact contact, CallId callId, DateTime now, CancellationToken cancellationToken)
    {
        await EndOursAsync(db, contact, callId, now, cancellationToken);
        if (await OutsideOfAsync(db, callId, cancellationToken) is { } outside)
        {
            outside.End(now);
            contact.NoteOutside("ended", now);
        }
    }

    /// <summary>Colleagues and supervisors have no part in the call any more. Returns their legs.</summary>
    public static async Task<IReadOnlyList<RoomLeg>> EndOursAsync(
        HelplineDbContext db, Contact contact, CallId callId, DateTime now, CancellationToken cancellationToken)
    {
        List<RoomLeg> ended = [.. await db.RoomLegs
            .Where(l => l.CallId == callId && l.Kind == RoomLegKind.Monitor && l.State != RoomLegState.Ended).ToListAsync(cancellationToken)];
        foreach (var supervisor in ended)
        {
            supervisor.End(now);
            contact.NoteMonitor(null, supervisor.AdviserId, now);
        }

        if ((await EndConsultAsync(db, contact, callId, now, cancellationToken)).Leg is { } colleague)
        {
            ended.Add(colleague);
        }

        return ended;
    }

    /// <summary>Whoever was asked is asked no more, and whoever came is free again. Says whether anybody was, and which leg was ended.</summary>
    public static async Task<(bool Any, RoomLeg? Leg)> EndConsultAsync(
        HelplineDbContext db, Contact contact, CallId callId, DateTime now, CancellationToken cancellationToken)
    {
        var asked = await WithdrawAsync(db, contact, now, cancellationToken);
        if (await ConsultOfAsync(db, callId, cancellationToken) is not { } leg)
        {
            return (asked, null);
        }

        leg.End(now);
        var colleague = await db.Advisers.SingleAsync(a => a.Id == leg.AdviserId, cancellationToken);
        colleague.Release(contact.Id, away: null, now);
        contact.NoteConsult("ended", leg.AdviserId, now);
        return (true, leg);
    }

    // The question that still rings, if any.
    private static async Task<bool> WithdrawAsync(HelplineDbContext db, Contact contact, DateTime now, CancellationToken cancellationToken)
    {
        var asked = await db.Offers.SingleOrDefaultAsync(
            o => o.ContactId == contact.Id && o.Status == OfferStatus.Pending && o.Purpose == OfferPurpose.Consult, cancellationToken);
        if (asked is null)
        {
            return false;
        }

        var ringing = await db.Advisers.SingleAsync(a => a.Id == asked.AdviserId, cancellationToken);
        asked.End(OfferStatus.Rescinded, now);
        contact.RaiseOfferEnded(asked, now);
        await OfferService.StopRingingAsync(db, ringing, contact.Id, away: null, now, cancellationToken);
        return true;
    }
}
