namespace Helpline.Knowledge.Deadlines;

/// <summary>One step of a time limit that has several.</summary>
/// <param name="Label">What must have happened.</param>
/// <param name="Due">The last day, or null when it cannot be worked out.</param>
public sealed record DeadlineStepDate(string Label, DateOnly? Due);
