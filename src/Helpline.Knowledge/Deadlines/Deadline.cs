using System.Globalization;
using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Deadlines;

/// <summary>A time limit of law or guidance.</summary>
public sealed record Deadline
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the topic it belongs to.</summary>
    public required string Topic { get; init; }

    /// <summary>What sort of limit it is.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>What must have happened by then.</summary>
    public required string Title { get; init; }

    /// <summary>Who must act.</summary>
    public required string WhoMustAct { get; init; }

    /// <summary>What starts the clock.</summary>
    public required string Trigger { get; init; }

    /// <summary>Which date to enter to work it out.</summary>
    public required string Enter { get; init; }

    /// <summary>The length in plain words, for example "6 weeks"; null when it cannot be put so.</summary>
    public required string? Length { get; init; }

    /// <summary>Whether a due date can be worked out from one date.</summary>
    public required bool CanBeCalculated { get; init; }

    /// <summary>How the time is counted.</summary>
    public required string HowCounted { get; init; }

    /// <summary>The authority for it.</summary>
    public required string Authority { get; init; }

    /// <summary>Ids of the provisions it rests on.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>When it does not apply, or applies otherwise.</summary>
    public required IReadOnlyList<string> Exceptions { get; init; }

    /// <summary>What to do when it was missed.</summary>
    public required string IfMissed { get; init; }

    /// <summary>How far the rule has been checked.</summary>
    public required DeadlineConfidence Confidence { get; init; }

    /// <summary>Which part is still to be confirmed; null when nothing needs saying.</summary>
    public required string? ConfidenceNote { get; init; }

    /// <summary>A worked example.</summary>
    public required string Example { get; init; }

    /// <summary>Where the rule was read.</summary>
    public required IReadOnlyList<ArticleSource> Sources { get; init; }

    /// <summary>What a link to it says where its own words are left out; null when nothing short would be true.</summary>
    internal string? Words => Length ?? (Counting is CountingRule.BeforeFixedDay day ? new DateOnly(2000, day.Month, day.Day).ToString("d MMMM", CultureInfo.InvariantCulture) : null);

    internal CountingRule Counting { get; init; } = new CountingRule.NotComputed("No rule of counting was given.");

    internal IReadOnlyList<CountingStep> Steps { get; init; } = [];

    internal DateOnly? ExampleTrigger { get; init; }

    internal DateOnly? ExampleDue { get; init; }
}
