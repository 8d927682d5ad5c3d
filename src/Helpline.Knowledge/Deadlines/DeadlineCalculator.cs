namespace Helpline.Knowledge.Deadlines;

/// <summary>Answers from the time limits being served.</summary>
internal sealed class DeadlineCalculator(IKnowledgeBase knowledge) : IDeadlineCalculator
{
    public DeadlineAnswer? Calculate(DeadlineQuestion question)
    {
        var snapshot = knowledge.Current;
        return snapshot.Deadlines.Find(question.Id) is { } deadline ? Answer(deadline, question, snapshot.WorkingDays) : null;
    }

    public static DeadlineAnswer Answer(Deadline deadline, DateOnly trigger, WorkingCalendar calendar) =>
        Answer(deadline, new DeadlineQuestion { Id = deadline.Id, Trigger = trigger }, calendar);

    public static DeadlineAnswer Answer(Deadline deadline, DeadlineQuestion question, WorkingCalendar calendar)
    {
        var context = new CountingContext(calendar, question.School, question.Used);
        var counted = LaterOf(deadline, question, context);
        return new DeadlineAnswer
        {
            Id = deadline.Id,
            Trigger = question.Trigger,
            Second = deadline.Second is null ? null : question.Second,
            Due = counted.Due,
            Reason = counted.Reason,
            Working = counted.Working,
            Notes = [.. Notes(deadline, question, counted.Due, calendar)],
            Steps = [.. deadline.Steps.Select(s => new DeadlineStepDate(s.Label, Counting.Count(s.Rule, question.Trigger, context).Due))],
            Authority = deadline.Authority,
            HowCounted = deadline.HowCounted,
            Exceptions = deadline.Exceptions,
            IfMissed = deadline.IfMissed,
            Confidence = deadline.Confidence,
            ConfidenceNote = deadline.ConfidenceNote,
        };
    }

    private static Counted LaterOf(Deadline deadline, DeadlineQuestion question, CountingContext context)
    {
        var first = Counting.Count(deadline.Counting, question.Trigger, context);
        if (deadline.Second is not { } other || question.Second is not { } date)
        {
            return first;
        }

        var second = Counting.Count(other.Counting, date, context);
        if (first.Due is not { } one || second.Due is not { } two)
        {
            return first.Due is null ? first : second;
        }

        var due = two > one ? two : one;
        return new(due, null, [.. first.Working, .. second.Working, $"The later of the two is {due.InFull()}."]);
    }

    private static IEnumerable<string> Notes(Deadline deadline, DeadlineQuestion question, DateOnly? due, WorkingCalendar calendar)
    {
        if (deadline.Second is { } second && question.Second is null)
        {
            yield return second.IfNotGiven;
        }

        if (due is not { } day)
        {
            yield break;
        }

        if (deadline.UsesBankHolidays && calendar.Projection(question.Trigger, day) is { } projection)
        {
            yield return projection;
        }

        if (deadline.IsForFamily && !calendar.IsWorkingDay(day))
        {
            yield return $"{day.InFull()} is a weekend or a bank holiday, when offices are closed. Act on a working day before it.";
        }
    }
}
