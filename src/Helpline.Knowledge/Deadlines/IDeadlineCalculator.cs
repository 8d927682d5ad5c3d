namespace Helpline.Knowledge.Deadlines;

/// <summary>Works out the last day of a time limit.</summary>
public interface IDeadlineCalculator
{
    /// <summary>The answer for a date on which the clock started, or null when the id is unknown. Never throws.</summary>
    /// <param name="id">Id of the time limit.</param>
    /// <param name="trigger">The day in England on which the clock started.</param>
    DeadlineAnswer? Calculate(string id, DateOnly trigger) => Calculate(new DeadlineQuestion { Id = id, Trigger = trigger });

    /// <summary>The answer to a question, or null when the id is unknown. Never throws.</summary>
    /// <param name="question">The dates and the calendar that are known.</param>
    DeadlineAnswer? Calculate(DeadlineQuestion question);
}
