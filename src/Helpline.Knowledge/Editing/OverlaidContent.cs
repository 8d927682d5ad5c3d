using Helpline.Knowledge.Content;

namespace Helpline.Knowledge.Editing;

/// <summary>
/// Folder and overlay read as one. A broken text on top never takes the rest down: it is left out, with what is wrong in it, and the
/// shipped file serves. Broken shipped files are refused as ever.
/// </summary>
internal sealed record OverlaidContent(KnowledgeSnapshot Snapshot, IReadOnlyDictionary<string, string> Taken, IReadOnlyList<ContentIssue> Issues)
{
    /// <exception cref="ContentException">The shipped content is broken.</exception>
    public static OverlaidContent Load(string folder, ContentOverlay overlay)
    {
        var shipped = new ContentFolder(folder).Read();
        var root = Root(folder);
        var taken = overlay.Texts.Where(t => t.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        var issues = new List<ContentIssue>();
        while (true)
        {
            var (snapshot, problems) = Read(shipped, root, taken);
            if (snapshot is not null && problems.Count == 0)
            {
                return new OverlaidContent(snapshot, taken, issues);
            }

            if (taken.Count == 0)
            {
                throw new ContentException(problems);
            }

            foreach (var (path, found) in Guilty(shipped, root, taken, problems))
            {
                taken.Remove(path);
                issues.AddRange(found);
            }
        }
    }

    /// <summary>The state with these texts on top, and every problem. No state when a reader gave up.</summary>
    public static (KnowledgeSnapshot? Snapshot, IReadOnlyList<ContentProblem> Problems) Read(
        IReadOnlyDictionary<string, string> shipped, string root, IReadOnlyDictionary<string, string> texts)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, text) in shipped)
        {
            files[file] = text;
        }

        foreach (var (path, text) in texts)
        {
            files[$"{root}/{path}"] = text;
        }

        try
        {
            return ContentLoader.ReadAll(files, root);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StackOverflowException))
        {
            // A reader is not made for every text somebody can write (nesting without end, for one): that is the text's fault too.
            return (null, [new ContentProblem(root, 1, $"the text cannot be read: {e.Message}")]);
        }
    }

    public static string Root(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    public static ContentIssue Issue(ContentProblem problem, string root) =>
        new(problem.File.StartsWith($"{root}/", StringComparison.Ordinal) ? problem.File[(root.Length + 1)..] : problem.File, problem.Line, problem.Message);

    /// <summary>The texts to leave out: those with problems of their own; else those that break something by themselves; else all.</summary>
    private static List<(string Path, List<ContentIssue> Issues)> Guilty(
        IReadOnlyDictionary<string, string> shipped, string root, Dictionary<string, string> taken, IReadOnlyList<ContentProblem> problems)
    {
        var own = problems.Select(p => Issue(p, root)).Where(i => taken.ContainsKey(i.Path)).GroupBy(i => i.Path, StringComparer.Ordinal)
            .Select(g => (g.Key, g.ToList())).ToList();
        if (own.Count > 0)
        {
            return own;
        }

        var alone = taken.Select(t => (Path: t.Key, Read(shipped, root, new Dictionary<string, string> { [t.Key] = t.Value }).Problems))
            .Where(t => t.Problems.Count > 0)
            .Select(t => (t.Path, t.Problems.Select(p => new ContentIssue(t.Path, 1, $"{p.File}:{p.Line}: {p.Message}")).ToList())).ToList();
        return alone.Count > 0
            ? alone
            : [.. taken.Keys.Select(path => (path, new List<ContentIssue> { new(path, 1, problems[0].ToString()) }))];
    }
}
