namespace Helpline.Knowledge.Api;

/// <summary>The time limits.</summary>
/// <param name="CountingRules">The general rules of counting.</param>
/// <param name="Deadlines">The limits.</param>
/// <param name="Events">The happenings that start the clocks of the limits.</param>
public sealed record DeadlinesResponse(
    IReadOnlyList<string> CountingRules, IReadOnlyList<DeadlineResponse> Deadlines, IReadOnlyList<ClockEventResponse> Events);

/// <summary>A happening that starts clocks.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What happened.</param>
/// <param name="Enter">Which date to enter.</param>
/// <param name="Deadlines">Ids of the limits whose clock it starts.</param>
public sealed record ClockEventResponse(string Id, string Label, string Enter, IReadOnlyList<string> Deadlines);

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
/// <param name="AppliesTo">What the last day stands for, where the limit depends on the case; otherwise null.</param>
/// <param name="Second">The second date it was worked out from, where the later of two counts; otherwise null.</param>
/// <param name="SecondIs">Which date may be given as 'second'; null when the limit takes one date only.</param>
/// <param name="NeedsSchoolCalendar">Whether the last day depends on the school's own calendar ('term' and 'closed').</param>
/// <param name="Working">How the last day was reached, step by step.</param>
/// <param name="Notes">What else to know about this answer.</param>
/// <param name="Events">Ids of the happenings that start its clock.</param>
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
    IReadOnlyList<string> Provisions,
    string? AppliesTo,
    DateOnly? Second,
    string? SecondIs,
    bool NeedsSchoolCalendar,
    IReadOnlyList<string> Working,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Events);

/// <summary>One step of a time limit.</summary>
/// <param name="Label">What must have happened.</param>
/// <param name="Due">The last day; null when none was asked for.</param>
public sealed record DeadlineStepResponse(string Label, DateOnly? Due);
