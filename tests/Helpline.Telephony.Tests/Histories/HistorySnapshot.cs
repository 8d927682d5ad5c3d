using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Recordings;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>What the database says of one history at one moment.</summary>
internal sealed record HistorySnapshot(
    DateTime At,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<Call> Calls,
    IReadOnlyList<Adviser> Advisers,
    IReadOnlyList<Offer> Offers,
    IReadOnlyList<RoomLeg> Legs,
    IReadOnlyList<CallRecording> Recordings)
{
    /// <summary>Offers that ring.</summary>
    public IEnumerable<Offer> Ringing => Offers.Where(o => o.Status == OfferStatus.Pending);

    /// <summary>Legs that are not over.</summary>
    public IEnumerable<RoomLeg> LiveLegs => Legs.Where(l => l.State != RoomLegState.Ended);

    /// <summary>The call of a contact; null when it is none.</summary>
    public Call? CallOf(ContactId id) => Calls.FirstOrDefault(c => c.ContactId == id);

    /// <summary>Calls in a state, in the order they came.</summary>
    public IReadOnlyList<Call> In(params CallState[] states) => [.. Calls.Where(c => states.Contains(c.State))];

    /// <summary>The contact of a call.</summary>
    public Contact ContactOf(Call call) => Contacts.First(c => c.Id == call.ContactId);

    /// <summary>Reads it; contacts that arrived before <paramref name="since"/> belong to an earlier history.</summary>
    public static async Task<HistorySnapshot> ReadAsync(HelplineDbContext db, DateTime since, DateTime now, CancellationToken cancellationToken)
    {
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.ArrivedAt >= since).OrderBy(c => c.ArrivedAt).ToListAsync(cancellationToken);
        var calls = await (
            from call in db.Calls.AsNoTracking()
            join contact in db.Contacts.AsNoTracking() on call.ContactId equals contact.Id
            where contact.ArrivedAt >= since
            orderby contact.ArrivedAt
            select call).ToListAsync(cancellationToken);
        return new(
            now,
            contacts,
            calls,
            await db.Advisers.AsNoTracking().Include(a => a.Skills).ToListAsync(cancellationToken),
            await db.Offers.AsNoTracking().Where(o => o.MadeAt >= since).ToListAsync(cancellationToken),
            await db.RoomLegs.AsNoTracking().Where(l => l.AskedAt >= since).ToListAsync(cancellationToken),
            await db.CallRecordings.AsNoTracking().Where(r => r.ConsentAt >= since).ToListAsync(cancellationToken));
    }
}
