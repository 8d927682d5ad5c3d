namespace Helpline.Core.Backlog;

/// <summary>How a search failed.</summary>
public enum SearchMissKind
{
    /// <summary>Nothing was found.</summary>
    NoResult,

    /// <summary>Something was found, and nothing was opened.</summary>
    Abandoned,
}

/// <summary>Who searched.</summary>
public enum SearchSide
{
    /// <summary>The public site.</summary>
    Public,

    /// <summary>The console.</summary>
    Console,
}

/// <summary>
/// How often, on one day, a search of these words failed. It holds words of our own vocabulary only, in alphabetical order, and
/// nothing else of what was typed (docs/adr/0011).
/// </summary>
public sealed class SearchMiss
{
    /// <summary>Longest list of words, in characters.</summary>
    public const int TermsLength = 200;

    /// <summary>The day in London.</summary>
    public DateOnly Day { get; internal init; }

    /// <summary>How it failed.</summary>
    public SearchMissKind Kind { get; internal init; }

    /// <summary>Who searched.</summary>
    public SearchSide Side { get; internal init; }

    /// <summary>The words we know, in alphabetical order, parted by spaces; empty when we knew none.</summary>
    public string Terms { get; internal init; } = "";

    /// <summary>How often.</summary>
    public int Count { get; internal set; }

    /// <summary>How many words, over all these searches, we did not know. The words themselves are kept nowhere.</summary>
    public int UnknownWords { get; internal set; }
}
