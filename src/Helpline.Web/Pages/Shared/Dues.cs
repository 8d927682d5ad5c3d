using Helpline.Core.Contacts;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Web.Pages.Shared;

/// <summary>The duties that follow from the dates of a contact, by the time limits in force.</summary>
public static class Dues
{
    /// <summary>Every duty, the soonest first.</summary>
    public static IReadOnlyList<ClockDuty> Of(IReadOnlyDictionary<string, DateOnly> dates, KnowledgeSnapshot known, DateOnly today) =>
        StatutoryClock.For(dates.Select(d => new EventDate(d.Key, d.Value)), today, known);

    /// <summary>A date to be kept with a contact; the duties are worked out when it is.</summary>
    public static SetEventDate Entry(string eventId, DateOnly? date, KnowledgeSnapshot known, DateOnly today) => new()
    {
        EventId = eventId,
        Date = date,
        Reckon = dates => [.. Of(dates, known, today).Where(d => d.Due is not null).Select(d => new DutyDue(d.Id, d.Due!.Value, d.IsBinding))],
    };
}
