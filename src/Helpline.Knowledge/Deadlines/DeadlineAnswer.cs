namespace Helpline.Knowledge.Deadlines;

/// <summary>When something is due, and what that rests on.</summary>
public sealed record DeadlineAnswer
{
    /// <summary>Id of the time limit.</summary>
    public required string Id { get; init; }

    /// <summary>The date it was worked out from.</summary>
    public required DateOnly Trigger { get; init; }

    /// <summary>The second date it was worked out from, where the limit takes the later of two; null when none was given.</summary>
    public required DateOnly? Second { get; init; }

    /// <summary>The last day, or null when no date can be given honestly: see <see cref="Reason"/>.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>Why there is no due date; null when there is one.</summary>
    public required string? Reason { get; init; }

    /// <summary>How the last day was reached, step by step, in plain words; empty when there is none.</summary>
    public required IReadOnlyList<string> Working { get; init; }

    /// <summary>What else to know about this answer: a date not given, bank holidays not announced yet, a last day at a weekend.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Dates of the single steps, where the limit has several.</summary>
    public required IReadOnlyList<DeadlineStepDate> Steps { get; init; }

    /// <summary>The authority for it.</summary>
    public required string Authority { get; init; }

    /// <summary>How the time is counted.</summary>
    public required string HowCounted { get; init; }

    /// <summary>When it does not apply, or applies otherwise.</summary>
    public required IReadOnlyList<string> Exceptions { get; init; }

    /// <summary>What to do when it was missed.</summary>
    public required string IfMissed { get; init; }

    /// <summary>How far the rule has been checked.</summary>
    public required DeadlineConfidence Confidence { get; init; }

    /// <summary>Which part is still to be confirmed; null when nothing needs saying.</summary>
    public required string? ConfidenceNote { get; init; }
}
