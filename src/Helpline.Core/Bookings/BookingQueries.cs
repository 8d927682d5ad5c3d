using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Bookings;

/// <summary>A booking as its parent sees it. Times are UTC.</summary>
/// <param name="Id">The booking.</param>
/// <param name="Reference">What the parent calls it.</param>
/// <param name="StartsAt">When we ring.</param>
/// <param name="EndsAt">The end of the time set aside.</param>
/// <param name="TopicGroupId">What it is about.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOpen">Whether it can still be moved or called off.</param>
public sealed record BookingView(BookingId Id, string Reference, DateTime StartsAt, DateTime EndsAt, string? TopicGroupId, BookingState State, bool IsOpen);

/// <summary>What became of a booking, as supervisors see it.</summary>
public enum BookingStanding
{
    /// <summary>Its time has not come.</summary>
    Upcoming,

    /// <summary>Its time has come and it waits for an adviser.</summary>
    Waiting,

    /// <summary>It waits, and the parent was told that we are late.</summary>
    Late,

    /// <summary>An adviser has it, or it is being rung again.</summary>
    Ringing,

    /// <summary>Parent and adviser talked.</summary>
    Talked,

    /// <summary>We rang in vain.</summary>
    NotReached,

    /// <summary>It was called off.</summary>
    Cancelled,
}

/// <summary>A booking in the supervisors' list. No name and no number.</summary>
/// <param name="Reference">What the parent calls it.</param>
/// <param name="StartsAt">When we ring, UTC.</param>
/// <param name="EndsAt">The end of the time set aside, UTC.</param>
/// <param name="TopicGroupId">What it is about.</param>
/// <param name="ByAdviser">Whether an adviser booked it with the parent.</param>
/// <param name="ThroughRelay">Whether it is rung through Relay UK.</param>
/// <param name="AdviserName">The adviser whose time is counted; null when none is any more.</param>
/// <param name="IsCarried">Whether that adviser is still on duty then, by the rota as it is now.</param>
/// <param name="Standing">What became of it.</param>
public sealed record BookingRow(
    string Reference, DateTime StartsAt, DateTime EndsAt, string? TopicGroupId, bool ByAdviser, bool ThroughRelay, string? AdviserName, bool IsCarried, BookingStanding Standing);

/// <summary>What a parent said before a booked call, for the adviser who has the contact.</summary>
/// <param name="StartsAt">The booked time, UTC.</param>
/// <param name="EndsAt">The end of the time set aside, UTC.</param>
/// <param name="Happened">What has happened.</param>
/// <param name="Wanted">What the parent wants.</param>
/// <param name="Dates">Dates to keep to.</param>
/// <param name="BookedOn">The contact on which an adviser booked it; null when it was booked on the web.</param>
public sealed record BookingDesk(DateTime StartsAt, DateTime EndsAt, string? Happened, string? Wanted, string? Dates, EarlierContact? BookedOn);

/// <summary>A call that the enquirer of a contact has booked, for the adviser who has the contact. What was said before it is not shown, as a number proves nothing.</summary>
/// <param name="Id">The booking.</param>
/// <param name="Reference">What the parent calls it.</param>
/// <param name="StartsAt">When we ring, UTC.</param>
/// <param name="EndsAt">The end of the time set aside, UTC.</param>
/// <param name="IsAnswered">Whether anything was said before the call.</param>
public sealed record BookingAhead(BookingId Id, string Reference, DateTime StartsAt, DateTime EndsAt, bool IsAnswered);

/// <summary>Reads bookings.</summary>
public sealed class BookingQueries(HelplineDbContext db, RotaService rota, TimeProvider time)
{
    /// <summary>The booking a link leads to; null when its secret opens none.</summary>
    public async Task<BookingView?> BySecretAsync(string? secret, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 200)
        {
            return null;
        }

        // Found by the hash of a keyed hash: there is nothing to learn from the time a database takes over it.
        var hash = EnquirySecret.HashOf(secret);
        var now = time.UtcNow();
        return await db.Bookings.AsNoTracking().Where(b => b.SecretHash == hash)
            .Select(b => new BookingView(b.Id, b.Reference, b.StartsAt, b.EndsAt, b.TopicGroupId, b.State, b.State == BookingState.Booked && b.StartsAt > now))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What was said before the call a contact came of; null when it came of none, or the adviser does not have it. The reading of the contact is recorded by its page.</summary>
    public Task<BookingDesk?> ForContactAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        db.Bookings.AsNoTracking()
            .Where(b => b.ContactId == contactId && db.Contacts.Any(c => c.Id == contactId && c.AdviserId == adviserId))
            .Select(b => new BookingDesk(
                b.StartsAt,
                b.EndsAt,
                b.Happened,
                b.Wanted,
                b.Dates,
                db.Contacts.Where(c => c.Id == b.BookedOn).Select(c => new EarlierContact(c.Id, c.Channel, c.ArrivedAt, c.TopicId, c.DispositionCode)).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The calls ahead that were booked on a contact, or for its number, soonest first. Ask first whether the reader has the contact.</summary>
    public async Task<IReadOnlyList<BookingAhead>> AheadAsync(Contact contact, CancellationToken cancellationToken) =>
        await db.Bookings.AsNoTracking().OpenFor(contact, time.UtcNow()).OrderBy(b => b.StartsAt)
            .Select(b => new BookingAhead(b.Id, b.Reference, b.StartsAt, b.EndsAt, b.Happened != null || b.Wanted != null || b.Dates != null))
            .ToListAsync(cancellationToken);

    /// <summary>The bookings from the beginning of today in London on, soonest first.</summary>
    public async Task<IReadOnlyList<BookingRow>> ListAsync(CancellationToken cancellationToken)
    {
        var since = time.LondonToday().LondonMidnightUtc();
        var rows = await (
            from b in db.Bookings.AsNoTracking()
            join c in db.Contacts.AsNoTracking() on b.ContactId equals c.Id into contacts
            from c in contacts.DefaultIfEmpty()
            where b.StartsAt >= since
            orderby b.StartsAt, b.Id
            select new
            {
                b.Id,
                b.Reference,
                b.StartsAt,
                b.EndsAt,
                b.TopicGroupId,
                ByAdviser = b.BookedBy != null,
                b.ThroughRelay,
                b.State,
                b.LateToldAt,
                Status = (ContactStatus?)c.Status,
                Answered = c.AnsweredAt != null,
                c.DispositionCode,
            }).ToListAsync(cancellationToken);
        var cells = await (
            from cell in db.BookedCells.AsNoTracking()
            join a in db.Advisers.AsNoTracking() on cell.AdviserId equals a.Id
            where cell.CellAt >= since
            select new { cell.BookingId, cell.AdviserId, a.DisplayName }).Distinct().ToListAsync(cancellationToken);
        var own = cells.GroupBy(c => c.BookingId).ToDictionary(g => g.Key, g => g.First());
        var duty = rows.Count == 0
            ? []
            : (await rota.BetweenAsync(time.LondonToday(), DateOnly.FromDateTime(rows[^1].StartsAt.ToLondon()), cancellationToken)).ToDictionary(a => a.Id);
        return [.. rows.Select(b =>
        {
            var adviser = own.GetValueOrDefault(b.Id);
            return new BookingRow(
                b.Reference,
                b.StartsAt,
                b.EndsAt,
                b.TopicGroupId,
                b.ByAdviser,
                b.ThroughRelay,
                adviser?.DisplayName,
                adviser is not null && duty.TryGetValue(adviser.AdviserId, out var on) && on.IsOnDuty(b.StartsAt, b.EndsAt),
                StandingOf(b.State, b.Status, b.Answered, b.DispositionCode, b.LateToldAt is not null));
        })];
    }

    private static BookingStanding StandingOf(BookingState state, ContactStatus? status, bool answered, string? disposition, bool late) => state switch
    {
        BookingState.Booked => BookingStanding.Upcoming,
        BookingState.Cancelled => BookingStanding.Cancelled,
        BookingState.Due when answered => BookingStanding.Talked,
        BookingState.Due when disposition == Contact.NotReached || status == ContactStatus.Abandoned => BookingStanding.NotReached,
        BookingState.Due when status is ContactStatus.InProgress => BookingStanding.Ringing,
        BookingState.Due => late ? BookingStanding.Late : BookingStanding.Waiting,
    };
}
