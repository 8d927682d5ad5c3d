namespace Helpline.Knowledge.Search;

/// <summary>Words with one meaning, known misspellings, and everyday words that are not misspellings, as the editors wrote them.</summary>
internal sealed record SynonymSource(IReadOnlyList<SynonymGroup> Groups, IReadOnlyDictionary<string, string> Spellings, IReadOnlyList<string> Everyday)
{
    public static SynonymSource None { get; } = new([], new Dictionary<string, string>(), []);
}

/// <summary>Terms that mean the same; the old ones are no longer used, and are still found under their own words.</summary>
internal sealed record SynonymGroup(string Id, IReadOnlyList<string> Terms, IReadOnlyList<string> Old);
