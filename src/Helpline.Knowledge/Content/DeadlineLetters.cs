using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Content;

/// <summary>Which letter templates name which time limits. What is wrong with a template is said by whoever reads the templates themselves.</summary>
internal sealed class DeadlineLetters
{
    private readonly ILookup<string, DeadlineLetter> byDeadline;

    /// <param name="files">The texts of the content folder.</param>
    /// <param name="root">The first part of their names.</param>
    public DeadlineLetters(IReadOnlyDictionary<string, string> files, string root)
    {
        byDeadline = files.Where(f => f.Key.StartsWith($"{root}/letters/", StringComparison.Ordinal))
            .SelectMany(f => Named(f.Key, f.Value))
            .ToLookup(n => n.Deadline, n => n.Letter, StringComparer.Ordinal);
    }

    /// <summary>The templates that name a time limit, in order of their files.</summary>
    public IReadOnlyList<DeadlineLetter> For(string deadlineId) => [.. byDeadline[deadlineId]];

    private static IEnumerable<(string Deadline, DeadlineLetter Letter)> Named(string name, string text)
    {
        var unheard = new ContentProblems();
        if (FrontMatter.Split(text) is not { } front
            || YamlMap.Read(front.Yaml, name, 1, unheard) is not { } map
            || map.Optional("id") is not { } id
            || map.Optional("title") is not { } title)
        {
            return [];
        }

        var letter = new DeadlineLetter(id.Value, title.Value);
        return [.. map.Texts("deadlines").Select(d => (d.Value, letter))];
    }
}
