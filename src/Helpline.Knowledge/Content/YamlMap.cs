using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Helpline.Knowledge.Content;

/// <summary>
/// A YAML mapping that reports what is missing, unknown or of the wrong shape, with file and line, instead of throwing.
/// </summary>
internal sealed partial class YamlMap
{
    private readonly Dictionary<string, (YamlNode Node, int Line)> values = new(StringComparer.Ordinal);
    private readonly ContentProblems problems;
    private readonly int offset;

    private YamlMap(string file, YamlMappingNode node, int offset, ContentProblems problems)
    {
        File = file;
        this.offset = offset;
        this.problems = problems;
        Line = LineOf(node);
        foreach (var (key, value) in node.Children)
        {
            values[((YamlScalarNode)key).Value ?? ""] = (value, LineOf(key));
        }
    }

    public string File { get; }

    public int Line { get; }

    /// <summary>Reads a whole document; null, with a problem noted, when it is not a mapping.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name to show.</param>
    /// <param name="offset">Lines that stand before the YAML in the file.</param>
    /// <param name="problems">Where to note what is wrong.</param>
    public static YamlMap? Read(string text, string file, int offset, ContentProblems problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return root.Children.Keys.All(k => k is YamlScalarNode) ? new YamlMap(file, root, offset, problems) : Shape();
            }

            return Shape();
        }
        catch (YamlException e)
        {
            var at = (int)e.Start.Line + offset;
            problems.Add(file, at, $"this is not valid YAML: {Tidy(e.InnerException?.Message ?? e.Message)}");
            return null;
        }

        YamlMap? Shape()
        {
            problems.Add(file, 1 + offset, "the file must hold fields, each written as 'name: value'");
            return null;
        }
    }

    /// <summary>Notes fields that nobody reads, which are most often misspelt.</summary>
    public YamlMap Allow(params string[] fields)
    {
        foreach (var (key, (_, line)) in values)
        {
            if (!fields.Contains(key, StringComparer.Ordinal))
            {
                Problem(line, $"field '{key}' is not known here; write one of {string.Join(", ", fields)}");
            }
        }

        return this;
    }

    public bool Has(string field) => values.ContainsKey(field);

    public int LineOf(string field) => values.TryGetValue(field, out var found) ? found.Line : Line;

    public void Problem(int line, string message) => problems.Add(File, line, message);

    public YamlText Required(string field)
    {
        var value = Optional(field);
        if (value is null && !Has(field))
        {
            Problem(Line, $"'{field}' is missing; write '{field}: …'");
        }

        return value ?? new YamlText("", LineOf(field));
    }

    public YamlText? Optional(string field)
    {
        if (!values.TryGetValue(field, out var found))
        {
            return null;
        }

        if (found.Node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return new YamlText(text.Trim(), LineOf(found.Node));
        }

        Problem(found.Line, $"'{field}' must be text; write '{field}: …' or leave the field out");
        return null;
    }

    public IReadOnlyList<YamlText> Texts(string field)
    {
        var result = new List<YamlText>();
        foreach (var node in Items(field))
        {
            if (node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                result.Add(new YamlText(text.Trim(), LineOf(node)));
            }
            else
            {
                Problem(LineOf(node), $"each item of '{field}' must be text; put quotes around one that holds a colon");
            }
        }

        return result;
    }

    /// <summary>The items of a list of mappings.</summary>
    public IReadOnlyList<YamlMap> Maps(string field)
    {
        var result = new List<YamlMap>();
        foreach (var node in Items(field))
        {
            if (Nested(node) is { } map)
            {
                result.Add(map);
            }
            else
            {
                Problem(LineOf(node), $"each item of '{field}' must hold fields, each written as 'name: value'");
            }
        }

        return result;
    }

    /// <summary>The items of a list in which each is either text or a mapping.</summary>
    public IReadOnlyList<(YamlText? Text, YamlMap? Map)> TextsOrMaps(string field) =>
        [.. Items(field).Select(n => n is YamlScalarNode s ? (new YamlText(s.Value?.Trim() ?? "", LineOf(n)), null) : ((YamlText?)null, Nested(n)))];

    /// <summary>The items of a list of lists of text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lists(string field)
    {
        var result = new List<IReadOnlyList<string>>();
        foreach (var node in Items(field))
        {
            if (node is YamlSequenceNode list && list.Children.All(c => c is YamlScalarNode { Value.Length: > 0 }))
            {
                result.Add([.. list.Children.Select(c => ((YamlScalarNode)c).Value!.Trim())]);
            }
            else
            {
                Problem(LineOf(node), $"each item of '{field}' must be a list of words, written as [a, b]");
            }
        }

        return result;
    }

    public YamlMap? Map(string field)
    {
        if (!values.TryGetValue(field, out var found))
        {
            return null;
        }

        var map = Nested(found.Node);
        if (map is null)
        {
            Problem(found.Line, $"'{field}' must hold fields, each written as 'name: value'");
        }

        return map;
    }

    private IEnumerable<YamlNode> Items(string field)
    {
        if (!values.TryGetValue(field, out var found))
        {
            return [];
        }

        if (found.Node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        if (found.Node is not YamlScalarNode { Value: "" or null })
        {
            Problem(found.Line, $"'{field}' must be a list; begin each item with '- ' or write [a, b]");
        }

        return [];
    }

    private YamlMap? Nested(YamlNode node) =>
        node is YamlMappingNode map && map.Children.Keys.All(k => k is YamlScalarNode) ? new YamlMap(File, map, offset, problems) : null;

    private int LineOf(YamlNode node) => (int)node.Start.Line + offset;

    private static string Tidy(string message) => message.ReplaceLineEndings(" ");
}
