namespace Helpline.Knowledge.Deadlines;

/// <summary>Answers from the time limits being served.</summary>
internal sealed class DeadlineCalculator(IKnowledgeBase knowledge) : IDeadlineCalculator
{
    public DeadlineAnswer? Calculate(string id, DateOnly trigger)
    {
        var snapshot = knowledge.Current;
        return snapshot.Deadlines.Find(id) is { } deadline
            ? Answer(deadline, trigger, new WorkingCalendar(snapshot.BankHolidays))
            : null;
    }

    public static DeadlineAnswer Answer(Deadline deadline, DateOnly trigger, WorkingCalendar calendar)
    {
        var (due, reason) = Counting.LastDay(deadline.Counting, trigger, calendar);
        return new DeadlineAnswer
        {
            Id = deadline.Id,
            Trigger = trigger,
            Due = due,
            Reason = reason,
            Steps = [.. deadline.Steps.Select(s => new DeadlineStepDate(s.Label, Counting.LastDay(s.Rule, trigger, calendar).Due))],
            Authority = deadline.Authority,
            HowCounted = deadline.HowCounted,
            Exceptions = deadline.Exceptions,
            IfMissed = deadline.IfMissed,
            Confidence = deadline.Confidence,
            ConfidenceNote = deadline.ConfidenceNote,
        };
    }
}
