namespace Helpline.Knowledge.Content;

/// <summary>The YAML among the files of a load.</summary>
/// <param name="files">Texts by the name shown in messages.</param>
/// <param name="root">The first part of those names, "content".</param>
/// <param name="problems">Where to note what is wrong.</param>
internal sealed class YamlFiles(IReadOnlyDictionary<string, string> files, string root, ContentProblems problems)
{
    /// <summary>The items of the one list a file holds.</summary>
    public IReadOnlyList<YamlMap> Items(string path, string list, bool optional = false) =>
        Document(path, optional)?.Allow(list).Maps(list) ?? [];

    public YamlMap? Document(string path, bool optional = false)
    {
        var name = $"{root}/{path}";
        if (files.TryGetValue(name, out var text))
        {
            return YamlMap.Read(text, name, 0, problems);
        }

        if (!optional)
        {
            problems.Add(name, 1, "the file is missing");
        }

        return null;
    }

    /// <summary>The documents of a folder that can be read, in the order of their names.</summary>
    public IEnumerable<YamlMap> DocumentsUnder(string folder) =>
        Under(folder).Select(name => YamlMap.Read(files[name], name, 0, problems)).OfType<YamlMap>();

    public IEnumerable<string> Under(string folder) => files.Keys.Where(f => f.StartsWith($"{root}/{folder}", StringComparison.Ordinal));

    public void Problem(string file, int line, string message) => problems.Add(file, line, message);
}
