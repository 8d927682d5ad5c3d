namespace Helpline.Knowledge.Tests.Search;

/// <summary>A question and the topics that are right for it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Best">The best topic.</param>
/// <param name="Also">Topics that are right too.</param>
internal sealed record TopicQuestion(string Text, string Best, IReadOnlyList<string> Also)
{
    /// <summary>The questions of a file beside the tests; lines that begin with # and the first of the others are headings.</summary>
    public static IReadOnlyList<TopicQuestion> Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", file))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(parts => new TopicQuestion(parts[0], parts[1], parts.Length > 2 ? parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [])),
    ];

    /// <summary>Whether an article whose chief topic is this answers.</summary>
    public bool IsRight(string chief) => chief == Best || Also.Contains(chief, StringComparer.Ordinal);

    /// <summary>3 for an article chiefly on the best topic, 2 on one that is right too, 1 for one that touches the best, otherwise 0.</summary>
    public int Gain(IReadOnlyList<string> topics) => topics[0] == Best ? 3 : IsRight(topics[0]) ? 2 : topics.Contains(Best, StringComparer.Ordinal) ? 1 : 0;
}
