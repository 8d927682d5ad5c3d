using Helpline.Core.Contacts;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Web.Pages.Shared;

namespace Helpline.Web.Pages.Console;

/// <summary>The statutory clock of a contact, put together from its dates and the time limits in force.</summary>
public sealed record ClockView
{
    /// <summary>What happened, with the happening's words; one no longer known keeps its id.</summary>
    public required IReadOnlyList<(string Id, string Label, DateOnly Date)> Dates { get; init; }

    /// <summary>Every duty, the soonest first.</summary>
    public required IReadOnlyList<ClockDuty> Duties { get; init; }

    /// <summary>When the duties that are done were ticked off, UTC, and by whom.</summary>
    public required IReadOnlyDictionary<string, (DateTime At, string By)> Done { get; init; }

    /// <summary>What went wrong with the last entry; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>Reads the clock of a contact.</summary>
    public static async Task<ClockView> OfAsync(
        Contact contact, KnowledgeSnapshot known, DateOnly today, ClockQueries queries, string? error, CancellationToken cancellationToken)
    {
        var names = contact.Duties.Any(d => d.DoneAt is not null) ? await queries.TickedByAsync(contact.Id, cancellationToken) : null;
        return new ClockView
        {
            Dates = [.. contact.EventDates.OrderBy(e => e.Date).Select(e => (e.EventId, known.ClockEvents.Find(e.EventId)?.Label ?? e.EventId, e.Date))],
            Duties = Dues.Of(contact.EventDates.ToDictionary(e => e.EventId, e => e.Date), known, today),
            Done = contact.Duties.Where(d => d.DoneAt is not null).ToDictionary(
                d => d.DutyId, d => (d.DoneAt!.Value, d.DoneBy is { } by ? names?.GetValueOrDefault(by) ?? "" : ""), StringComparer.Ordinal),
            Error = error,
        };
    }
}
