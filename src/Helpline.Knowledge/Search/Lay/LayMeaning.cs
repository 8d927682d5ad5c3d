namespace Helpline.Knowledge.Search.Lay;

/// <summary>What a text means in families' wording.</summary>
/// <param name="Topics">How sure each topic is, by id; 0 and up, about 1 for one clear phrase.</param>
/// <param name="Words">Words of the law to look for as well, and how much they count beside what was typed.</param>
internal sealed record LayMeaning(IReadOnlyDictionary<string, double> Topics, IReadOnlyList<(string Text, double Strength)> Words)
{
    public static LayMeaning None { get; } = new(new Dictionary<string, double>(), []);
}
