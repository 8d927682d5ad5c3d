namespace Helpline.Knowledge.Deadlines;

/// <summary>What is asked about a time limit.</summary>
public sealed record DeadlineQuestion
{
    /// <summary>Id of the time limit.</summary>
    public required string Id { get; init; }

    /// <summary>The day in England on which the clock started.</summary>
    public required DateOnly Trigger { get; init; }

    /// <summary>The second date of a limit that takes the later of two; null when it is not known.</summary>
    public DateOnly? Second { get; init; }

    /// <summary>The school's own calendar, for limits in school days.</summary>
    public SchoolCalendar? School { get; init; }

    /// <summary>School days used already, for a limit on an amount.</summary>
    public int? Used { get; init; }
}
