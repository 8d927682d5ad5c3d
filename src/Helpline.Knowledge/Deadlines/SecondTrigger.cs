namespace Helpline.Knowledge.Deadlines;

/// <summary>The other date of a limit that is the later of two.</summary>
public sealed record SecondTrigger
{
    /// <summary>Which date to enter.</summary>
    public required string Enter { get; init; }

    /// <summary>The happening it is the date of; null when none is named.</summary>
    public required string? EventId { get; init; }

    /// <summary>What to say when the date is not given.</summary>
    public required string IfNotGiven { get; init; }

    /// <summary>The length of its own period in plain words; null when it cannot be put so.</summary>
    public string? Length => Words.Length(Counting);

    internal CountingRule Counting { get; init; } = new CountingRule.OnTheDay();
}
