using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Search;

/// <summary>What to look for.</summary>
public sealed record SearchRequest
{
    /// <summary>What was typed, in any words.</summary>
    public required string Query { get; init; }

    /// <summary>Only articles on this topic; null for all.</summary>
    public string? Topic { get; init; }

    /// <summary>Only articles that serve this stage or every stage; null for all.</summary>
    public string? Stage { get; init; }

    /// <summary><see cref="Audience.Parent"/> leaves out articles written for advisers only; otherwise all are searched.</summary>
    public Audience? Audience { get; init; }

    /// <summary>Whether the last word may not be finished, because somebody is still typing.</summary>
    public bool Typing { get; init; }

    /// <summary>How many results at most; held between 1 and 50.</summary>
    public int Top { get; init; } = 10;
}
