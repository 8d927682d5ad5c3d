using Helpline.Core.Callbacks;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Enquiries;
using Helpline.Core.Hours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Bookings;

/// <summary>Offers slots, books calls in them, moves them and calls them off.</summary>
public sealed partial class BookingService(
    HelplineDbContext db, EnquirerKeys keys, RotaService rota, OpeningHours hours, TimeProvider time, IOptions<BookingOptions> options)
{
    /// <summary>The beginnings of the slots on offer now, UTC, soonest first.</summary>
    /// <param name="topicGroupId">What the call is about: the skill needed, and how long it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<DateTime>> SlotsAsync(string? topicGroupId, CancellationToken cancellationToken)
    {
        var (from, to) = Window();
        var plan = await PlanAsync(from, to, except: null, cancellationToken);
        return [.. plan.Free(from, to, topicGroupId, options.Value.LengthFor(topicGroupId))];
    }

    /// <summary>
    /// Books a call: booking, confirmations and reminders in one commit. The same form again gives the same booking. What two writers would
    /// both take, the database gives to one; the other looks again.
    /// </summary>
    public async Task<BookedCall> BookAsync(BookCall input, CancellationToken cancellationToken)
    {
        if (UkNumber.Read(input.Number, out var number) != UkNumberOutcome.Ringable || number != input.Number)
        {
            throw new RuleBrokenException("booking.number-not-ringable");
        }

        var token = EnquirySecret.HashOf(input.FormToken);
        var secret = await SecretAsync(token, cancellationToken);
        var key = await keys.ForAsync(number, cancellationToken);
        try
        {
            return await db.SaveWithRetryAsync(() => BookOnceAsync(input, token, secret, key, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // So many took slots in that moment that each look was out of date: it may be free or not, and the page shows what is.
            return new BookedCall(BookingOutcome.SlotGone);
        }
    }

    /// <summary>Moves a booking to another slot, in one commit; the old one is free then.</summary>
    public async Task<BookingOutcome> MoveAsync(BookingId id, DateTime startsAt, CancellationToken cancellationToken)
    {
        try
        {
            return await db.SaveWithRetryAsync(
                async () =>
                {
                    if (await OpenAsync(id, cancellationToken) is not { } booking)
                    {
                        return BookingOutcome.NotOpen;
                    }

                    if (booking.StartsAt == startsAt)
                    {
                        return BookingOutcome.Done;
                    }

                    var length = booking.EndsAt - booking.StartsAt;
                    if (await CellsAsync(id, startsAt, booking.TopicGroupId, length, cancellationToken) is not { } cells)
                    {
                        return BookingOutcome.SlotGone;
                    }

                    Replace(booking, cells, length);
                    BookingNotices.Changed(db, booking, await SecretAsync(booking.FormTokenHash, cancellationToken), time.UtcNow());
                    return BookingOutcome.Done;
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return BookingOutcome.SlotGone;
        }
    }

    /// <summary>Calls a booking off; told twice, the second finds it not open.</summary>
    public Task<BookingOutcome> CancelAsync(BookingId id, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                if (await OpenAsync(id, cancellationToken) is not { } booking)
                {
                    return BookingOutcome.NotOpen;
                }

                var now = time.UtcNow();
                BookingNotices.Cancelled(db, booking, now);
                db.BookedCells.RemoveRange(booking.Cells);
                booking.Cancel(now);
                return BookingOutcome.Done;
            },
            cancellationToken);

    private async Task<BookedCall> BookOnceAsync(BookCall input, string token, string secret, string? key, CancellationToken cancellationToken)
    {
        var known = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.FormTokenHash == token, cancellationToken);
        if (known is not null)
        {
            return new BookedCall(BookingOutcome.Done, known.Reference, secret, known.StartsAt);
        }

        var contact = input.BookedOn is { } on ? await InHandAsync(on, input.BookedBy, cancellationToken) : null;
        if (input.BookedOn is not null && contact is null)
        {
            return new BookedCall(BookingOutcome.NotYours);
        }

        if (await db.Bookings.CountAsync(b => b.NumberKey == key && b.State == BookingState.Booked, cancellationToken) >= options.Value.MostForOneNumber)
        {
            return new BookedCall(BookingOutcome.TooMany);
        }

        var now = time.UtcNow();
        var booking = Booking.Make(input, EnquiryReference.New(), EnquirySecret.HashOf(secret), token, key, now);
        var length = options.Value.LengthFor(input.TopicGroupId);
        if (await CellsAsync(booking.Id, input.StartsAt, input.TopicGroupId, length, cancellationToken) is not { } cells)
        {
            return new BookedCall(BookingOutcome.SlotGone);
        }

        booking.Place(cells, length);
        db.Bookings.Add(booking);
        contact?.NoteBooked(now);
        BookingNotices.Made(db, booking, secret, now);
        return new BookedCall(BookingOutcome.Done, booking.Reference, secret, booking.StartsAt);
    }

    private async Task<IReadOnlyList<BookedCell>?> CellsAsync(
        BookingId id, DateTime startsAt, string? topicGroupId, TimeSpan length, CancellationToken cancellationToken)
    {
        var (from, to) = Window();
        if (startsAt < from || startsAt >= to)
        {
            return null;
        }

        var plan = await PlanAsync(startsAt, startsAt + length, id, cancellationToken);
        return plan.Take(id, startsAt, topicGroupId, length);
    }

    private async Task<SlotPlan> PlanAsync(DateTime from, DateTime to, BookingId? except, CancellationToken cancellationToken)
    {
        var end = to + options.Value.TribunalLength;
        var advisers = await rota.BetweenAsync(UkTime.DayOf(from), UkTime.DayOf(end), cancellationToken);
        var taken = await db.BookedCells.AsNoTracking().Where(c => c.CellAt >= from && c.CellAt < end).ToListAsync(cancellationToken);
        return new SlotPlan(advisers, day => hours.ShiftsOn(day, Channel.Callback), taken.Where(c => c.BookingId != except), options.Value.Share);
    }

    private (DateTime From, DateTime To) Window() =>
        (time.UtcNow() + options.Value.Notice, time.LondonToday().AddDays(options.Value.DaysAhead).LondonMidnightUtc());

    private Task<Booking?> OpenAsync(BookingId id, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        return db.Bookings.Include(b => b.Cells).SingleOrDefaultAsync(b => b.Id == id && b.State == BookingState.Booked && b.StartsAt > now, cancellationToken);
    }

    private void Replace(Booking booking, IReadOnlyList<BookedCell> cells, TimeSpan length)
    {
        db.BookedCells.RemoveRange(booking.Cells);
        booking.Place(cells, length);
        db.BookedCells.AddRange(cells);
    }

    /// <summary>Follows from the form's token and this installation's key, so that mails sent later carry the same link though only its hash is kept. In hexadecimal, as addresses of pages are made lower case.</summary>
    private async Task<string> SecretAsync(string tokenHash, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(Convert.FromBase64String((await keys.ForAsync("booking:" + tokenHash, cancellationToken))!));
}
