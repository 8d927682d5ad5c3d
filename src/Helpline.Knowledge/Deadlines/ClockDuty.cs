namespace Helpline.Knowledge.Deadlines;

/// <summary>One duty that follows from something that happened.</summary>
public sealed record ClockDuty
{
    /// <summary>Id of the time limit, with the number of the step where it has several.</summary>
    public required string Id { get; init; }

    /// <summary>The time limit.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The step, where the limit has several; otherwise null.</summary>
    public required string? Step { get; init; }

    /// <summary>What started the clock.</summary>
    public required ClockEvent Event { get; init; }

    /// <summary>When that happened.</summary>
    public required DateOnly EventDate { get; init; }

    /// <summary>The second date that counted, where the later of two does; otherwise null.</summary>
    public required DateOnly? Second { get; init; }

    /// <summary>The last day, or null when no date can be given honestly.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>Why there is no last day; null when there is one.</summary>
    public required string? Reason { get; init; }

    /// <summary>The day on which this was asked.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Days left until the last day: 0 on it, negative after it; null without a last day.</summary>
    public int? DaysLeft => Due is { } due ? due.DayNumber - Today.DayNumber : null;

    /// <summary>Whether the last day has passed without doubt: a day until which something goes on is never overdue.</summary>
    public bool IsOverdue => DaysLeft < 0 && !Deadline.IsUntil;

    /// <summary>What must be done, with the step.</summary>
    public string Title => Step is null ? Deadline.Title : $"{Deadline.Title}: {char.ToLowerInvariant(Step[0])}{Step[1..]}";

    /// <summary>Whether law or a Tribunal's direction lays down that it must be done by then, and not guidance or habit.</summary>
    public bool IsBinding => Deadline is { Kind: DeadlineKind.Statutory or DeadlineKind.TribunalDirection, IsUntil: false };
}
