namespace Helpline.Knowledge.Search.Lay;

/// <summary>What families say and what they mean by it, as the editors wrote it.</summary>
/// <param name="Same">Words taken for one another in the phrases.</param>
/// <param name="Rules">The phrases by what they mean.</param>
/// <param name="Asked">Whole questions by the id of the topic they are about.</param>
internal sealed record LaySource(IReadOnlyList<IReadOnlyList<string>> Same, IReadOnlyList<LayRule> Rules, ILookup<string, string> Asked)
{
    public static LaySource None { get; } = new([], [], Array.Empty<string>().ToLookup(t => t));
}

/// <summary>Phrases with one meaning.</summary>
/// <param name="Topics">Ids of the topics meant, the likeliest first.</param>
/// <param name="Say">What is said.</param>
/// <param name="Means">The words of the law or of our articles; may be empty.</param>
/// <param name="Weight">How sure it is, above 0 and at most 1.</param>
internal sealed record LayRule(IReadOnlyList<string> Topics, IReadOnlyList<string> Say, string Means, double Weight);
