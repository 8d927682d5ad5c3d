using Markdig.Syntax;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>A paragraph, list item or table of a body: the smallest piece that says something.</summary>
internal sealed class Statement
{
    /// <summary>The paragraph or table that holds the words.</summary>
    public required Block Block { get; init; }

    /// <summary>The words, without the mark.</summary>
    public required string Text { get; init; }

    /// <summary>The words, without those of deadline links.</summary>
    public required string OwnText { get; init; }

    public required BodySection Section { get; init; }

    public required Mark Mark { get; init; }

    /// <summary>Ids of the provisions it links to.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>Ids of the time limits it links to.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }

    /// <summary>The statements this one introduces with a colon, or that stand under it in a list.</summary>
    public List<Statement> Under { get; } = [];

    /// <summary>Whether it names an authority. One that is not settled may name it in brackets instead of a link.</summary>
    public bool Cites => Provisions.Count + Deadlines.Count > 0 || (Mark != Mark.None && Text.Contains('(', StringComparison.Ordinal) && Text.Contains(')', StringComparison.Ordinal));

    /// <summary>Whether it cites, or everything that it introduces does.</summary>
    public bool CitesThrough => Cites || (Under.Count > 0 && Under.TrueForAll(u => u.CitesThrough));

    public bool Introduces => Text.TrimEnd().EndsWith(':');

    /// <summary>This and all statements under it, in order.</summary>
    public IEnumerable<Statement> All => Under.SelectMany(u => u.All).Prepend(this);
}
