using Helpline.Analytics.Anonymising;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Hours;
using Helpline.Core.Outbox;

namespace Helpline.Web.Seeding;

/// <summary>The days of the helpline around its contacts: shifts, the outbox in the evening, the anonymiser on Mondays.</summary>
internal sealed class SeedWeeks(SeedCentre centre, SeedFloor floor, OpeningHours hours, SeedBook book, TextWriter output)
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(20);

    // Who is still talking or being rung when we close is not sent away.
    private static readonly TimeSpan AfterClosing = TimeSpan.FromMinutes(20);

    /// <summary>Puts the shifts and evenings of a span of days (UTC) on the agenda.</summary>
    /// <param name="agenda">The agenda.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The end.</param>
    /// <param name="contactsADay">So that there are neither too few advisers nor too many.</param>
    public void Plan(Agenda agenda, DateTime from, DateTime until, double contactsADay)
    {
        var team = Math.Clamp((int)Math.Round(contactsADay / 11), 1, Math.Max(1, floor.Team - 1));
        var last = DateOnly.FromDateTime(until.ToLondon());
        for (var day = DateOnly.FromDateTime(from.ToLondon()); day <= last; day = day.AddDays(1))
        {
            var shifts = hours.ShiftsOn(day, Channel.Voice);
            foreach (var shift in shifts)
            {
                var (opens, closes) = (At(day, shift.From), At(day, shift.To));
                for (var place = 0; place < team; place++)
                {
                    agenda.Begin(opens, ShiftAsync(day.DayNumber + place, closes + AfterClosing - opens));
                }

                agenda.Begin(opens, LooksAsync(closes - opens));
            }

            // Mornings and midday are busiest: one more then, on ordinary days.
            if (floor.Team > team && shifts.Count > 0 && day.DayOfWeek != DayOfWeek.Saturday)
            {
                agenda.Begin(At(day, new TimeOnly(10, 0)), ShiftAsync(day.DayNumber + team, TimeSpan.FromHours(4)));
            }

            agenda.Begin(At(day, new TimeOnly(21, 30)), EveningAsync(day));
        }
    }

    /// <summary>Hands facts on, and publishes the weeks that are over.</summary>
    public async Task HandOnAsync()
    {
        while (await centre.Get<OutboxDispatcher>().RunAsync(CancellationToken.None) > 0)
        {
        }

        await centre.Do<IAnonymiserRun>(run => run.RunAsync(CancellationToken.None));
    }

    private static DateTime At(DateOnly day, TimeOnly time) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    private async IAsyncEnumerable<TimeSpan> ShiftAsync(int place, TimeSpan length)
    {
        await floor.ArriveAsync(place);
        yield return length;
        await floor.LeaveAsync(place);
    }

    private async IAsyncEnumerable<TimeSpan> LooksAsync(TimeSpan length)
    {
        for (var gone = TimeSpan.Zero; gone < length; gone += Look)
        {
            await floor.RouteAsync();
            yield return Look;
        }
    }

    private async IAsyncEnumerable<TimeSpan> EveningAsync(DateOnly day)
    {
        while (await centre.Get<OutboxDispatcher>().RunAsync(CancellationToken.None) > 0)
        {
        }

        if (day.DayOfWeek == DayOfWeek.Monday)
        {
            await centre.Do<IAnonymiserRun>(run => run.RunAsync(CancellationToken.None));
            await output.WriteLineAsync($"  up to {day:yyyy-MM-dd}: {book.Count} contacts");
        }

        yield break;
    }
}
