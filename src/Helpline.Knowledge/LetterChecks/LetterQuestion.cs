namespace Helpline.Knowledge.LetterChecks;

/// <summary>One question about a letter.</summary>
public sealed record LetterQuestion
{
    /// <summary>Stable id within its kind of letter.</summary>
    public required string Id { get; init; }

    /// <summary>The question, to be answered with yes, no or not sure.</summary>
    public required string Ask { get; init; }

    /// <summary>Where to look; null when the question is enough.</summary>
    public required string? Hint { get; init; }

    /// <summary>The answer that a letter as it should be gives: yes or no.</summary>
    public required LetterAnswer Wanted { get; init; }

    /// <summary>What the letter should have been like, with its authority. HTML, safe to write into a page.</summary>
    public required string ShouldHtml { get; init; }

    /// <summary>What it may mean if it is not so, and what to do. HTML, safe to write into a page.</summary>
    public required string OtherwiseHtml { get; init; }
}
