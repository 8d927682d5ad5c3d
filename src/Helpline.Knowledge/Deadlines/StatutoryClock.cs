namespace Helpline.Knowledge.Deadlines;

/// <summary>A happening with its date.</summary>
/// <param name="EventId">Id of the <see cref="ClockEvent"/>.</param>
/// <param name="Date">The day in England.</param>
public sealed record EventDate(string EventId, DateOnly Date);

/// <summary>Every duty that follows from what has happened: a pure function of the dates and the content.</summary>
public static class StatutoryClock
{
    /// <summary>The duties, the soonest first and those without a date last. Unknown events yield nothing.</summary>
    /// <param name="events">What has happened, and when. Of one event given twice the later date counts.</param>
    /// <param name="today">Today's date in London.</param>
    /// <param name="knowledge">The time limits in force.</param>
    /// <param name="school">The school's own calendar, where known.</param>
    public static IReadOnlyList<ClockDuty> For(
        IEnumerable<EventDate> events, DateOnly today, KnowledgeSnapshot knowledge, SchoolCalendar? school = null)
    {
        var dates = events.GroupBy(e => e.EventId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(e => e.Date), StringComparer.Ordinal);
        var duties = knowledge.Deadlines
            .Where(deadline => !IsSaidByAnother(deadline, dates, knowledge))
            .SelectMany(deadline => deadline.EventIds.Where(dates.ContainsKey).Take(1)
                .SelectMany(id => Duties(deadline, id, dates, today, knowledge, school)));
        return [.. duties.OrderBy(d => d.Due ?? DateOnly.MaxValue).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<ClockDuty> Duties(
        Deadline deadline, string eventId, Dictionary<string, DateOnly> dates, DateOnly today, KnowledgeSnapshot knowledge, SchoolCalendar? school)
    {
        var trigger = dates[eventId];
        var second = deadline.Second?.EventId is { } other && dates.TryGetValue(other, out var date) ? date : (DateOnly?)null;
        var answer = DeadlineCalculator.Answer(
            deadline, new DeadlineQuestion { Id = deadline.Id, Trigger = trigger, Second = second, School = school }, knowledge.WorkingDays);
        var whole = new ClockDuty
        {
            Id = deadline.Id,
            Deadline = deadline,
            Step = null,
            Event = knowledge.ClockEvents.Find(eventId)!,
            EventDate = trigger,
            Second = second,
            Due = answer.Due,
            Reason = answer.Reason,
            Today = today,
        };
        if (deadline.StepsAreAlternatives || answer.Steps.Count == 0)
        {
            return [whole];
        }

        return answer.Steps.Select((step, i) => whole with
        {
            Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{deadline.Id}.{i + 1}"),
            Step = step.Label,
            Due = step.Due,
            Reason = step.Due is null ? answer.Reason ?? Counting.DependsOnSchool : null,
        });
    }

    /// <summary>
    /// Two limits that are each the other's second date are one duty once both dates are known: the one whose own date is listed first says it.
    /// </summary>
    private static bool IsSaidByAnother(Deadline deadline, Dictionary<string, DateOnly> dates, KnowledgeSnapshot knowledge) =>
        deadline.Second?.EventId is { } other && dates.ContainsKey(other) && knowledge.Deadlines.TakeWhile(d => d.Id != deadline.Id).Any(d =>
            d.EventIds.Contains(other, StringComparer.Ordinal) && d.Second?.EventId is { } back && deadline.EventIds.Contains(back, StringComparer.Ordinal));
}
