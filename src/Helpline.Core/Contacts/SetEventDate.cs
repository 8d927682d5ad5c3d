namespace Helpline.Core.Contacts;

/// <summary>An event date as the adviser enters it, or as the enquirer gave it.</summary>
public sealed record SetEventDate
{
    /// <summary>What happened.</summary>
    public required string EventId { get; init; }

    /// <summary>When; null takes the date back.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>Every duty that follows from all event dates of the contact, given by event.</summary>
    public required Func<IReadOnlyDictionary<string, DateOnly>, IReadOnlyCollection<DutyDue>> Reckon { get; init; }

    /// <summary>The last day of the soonest time limit that runs from this date alone and has not passed; null when there is none.</summary>
    /// <param name="today">Today in London.</param>
    public DateOnly? SoonestLastDay(DateOnly today) => Date is not { } date
        ? null
        : Reckon(new Dictionary<string, DateOnly> { [EventId] = date }).Where(d => d.IsBinding && d.DueOn >= today).Min(d => (DateOnly?)d.DueOn);
}
