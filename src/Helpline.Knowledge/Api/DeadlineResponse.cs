namespace Helpline.Knowledge.Api;

/// <summary>The time limits.</summary>
/// <param name="CountingRules">The general rules of counting.</param>
/// <param name="Deadlines">The limits.</param>
public sealed record DeadlinesResponse(IReadOnlyList<string> CountingRules, IReadOnlyList<DeadlineResponse> Deadlines);

/// <summary>A time limit, with its last day when a trigger was given.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Trigger">The date it was worked out from; null when none was given.</param>
/// <param name="Due">The last day; null when none was asked for or none can be given honestly.</param>
/// <param name="Reason">Why there is no last day although a trigger was given.</param>
/// <param name="Authority">The authority for it.</param>
/// <param name="HowCounted">How the time is counted.</param>
/// <param name="Exceptions">When it does not apply, or applies otherwise.</param>
/// <param name="IfMissed">What to do when it was missed.</param>
/// <param name="Confidence">checked, partlyChecked or toBeConfirmed.</param>
/// <param name="ConfidenceNote">Which part is still to be confirmed.</param>
/// <param name="Steps">Dates of the single steps, where the limit has several.</param>
/// <param name="Topic">Id of its topic.</param>
/// <param name="Title">What must have happened by then.</param>
/// <param name="WhoMustAct">Who must act.</param>
/// <param name="StartsWith">What starts the clock.</param>
/// <param name="Provisions">Ids of the provisions it rests on.</param>
public sealed record DeadlineResponse(
    string Id,
    DateOnly? Trigger,
    DateOnly? Due,
    string? Reason,
    string Authority,
    string HowCounted,
    IReadOnlyList<string> Exceptions,
    string IfMissed,
    string Confidence,
    string? ConfidenceNote,
    IReadOnlyList<DeadlineStepResponse> Steps,
    string Topic,
    string Title,
    string WhoMustAct,
    string StartsWith,
    IReadOnlyList<string> Provisions);

/// <summary>One step of a time limit.</summary>
/// <param name="Label">What must have happened.</param>
/// <param name="Due">The last day; null when none was asked for.</param>
public sealed record DeadlineStepResponse(string Label, DateOnly? Due);
