using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Helpline.Core.Hours;

/// <summary>A mapping of a YAML file, read strictly: unknown keys and wrong shapes name the file and the line.</summary>
internal sealed class YamlSection
{
    private readonly string file;
    private readonly YamlMappingNode node;

    private YamlSection(string file, YamlNode node, string what)
    {
        this.file = file;
        this.node = node as YamlMappingNode ?? throw Wrong(file, node, $"{what} must be a list of keys and values");
    }

    public static YamlSection Read(string path)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{file} is missing from {Path.GetDirectoryName(path)}.");
        }

        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents.Count == 1
                ? new YamlSection(file, stream.Documents[0].RootNode, "the document")
                : throw new InvalidDataException($"{file} line 1: the file must hold one document.");
        }
        catch (YamlException wrong)
        {
            throw new InvalidDataException($"{file} line {wrong.Start.Line}: {wrong.Message}", wrong);
        }
    }

    public YamlSection Allow(params string[] keys)
    {
        var unknown = node.Children.Keys.FirstOrDefault(k => k is not YamlScalarNode { Value: { } name } || !keys.Contains(name));
        return unknown is null ? this : throw Wrong(file, unknown, $"'{unknown}' is not known here; known are {string.Join(", ", keys)}");
    }

    public bool Has(string key) => node.Children.ContainsKey(key);

    public string Text(string key) =>
        Value(key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong($"'{key}' must have a text");

    public IReadOnlyList<string> Texts(string key) =>
        Value(key) is YamlSequenceNode list
            ? [.. list.Children.Select(c => c is YamlScalarNode { Value: { } text } ? text : throw Wrong(file, c, $"'{key}' must list texts"))]
            : throw Wrong($"'{key}' must be a list in square brackets");

    public YamlSection Section(string key) => new(file, Value(key), $"'{key}'");

    public IReadOnlyList<YamlSection> Sections(string key) =>
        Value(key) is YamlSequenceNode list
            ? [.. list.Children.Select(c => new YamlSection(file, c, $"each of '{key}'"))]
            : throw Wrong($"'{key}' must be a list");

    public InvalidDataException Wrong(string what) => Wrong(file, node, what);

    private static InvalidDataException Wrong(string file, YamlNode node, string what) => new($"{file} line {node.Start.Line}: {what}.");

    private YamlNode Value(string key) =>
        node.Children.TryGetValue(key, out var value) ? value : throw Wrong($"'{key}' is missing");
}
