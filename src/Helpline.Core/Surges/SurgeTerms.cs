namespace Helpline.Core.Surges;

/// <summary>What a surge changes, as whoever switches it on decides. A part left empty stays as usual.</summary>
public sealed record SurgeTerms
{
    /// <summary>Why, in words for colleagues.</summary>
    public required string Reason { get; init; }

    /// <summary>When it ends by itself, UTC.</summary>
    public required DateTime Until { get; init; }

    /// <summary>What the public site says at the top of every page; null for nothing.</summary>
    public string? Banner { get; init; }

    /// <summary>Working days promised for a written reply in place of the usual; null for the usual.</summary>
    public int? ReplyWorkingDays { get; init; }

    /// <summary>Whether callers are asked if something has to be sent soon, and others are led to another way.</summary>
    public bool DeadlinesOnly { get; init; }

    /// <summary>The most places kept for a callback in each period; null for any number.</summary>
    public int? CallbackQuota { get; init; }

    /// <summary>Whether the period is an hour; otherwise a day in London.</summary>
    public bool QuotaIsHourly { get; init; }
}
