using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Helpline.Telephony.Flow.Content;

/// <summary>A mapping of one of our YAML files, read strictly: what is wrong names the file and the line.</summary>
internal sealed class ContentFile
{
    private readonly YamlMappingNode node;
    private readonly string file;

    private ContentFile(string file, YamlNode node)
    {
        this.file = file;
        this.node = node as YamlMappingNode ?? throw Wrong(node, "keys and values are expected here");
    }

    /// <summary>Reads a file; <paramref name="root"/> shortens its name in messages.</summary>
    /// <exception cref="InvalidDataException">It is missing or is not one YAML mapping.</exception>
    public static ContentFile Read(string root, string path)
    {
        var file = Path.GetRelativePath(root, path).Replace('\\', '/');
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{file} is missing from the content folder.");
        }

        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents is [{ } document]
                ? new ContentFile(file, document.RootNode)
                : throw new InvalidDataException($"{file} line 1: the file must hold one document.");
        }
        catch (YamlException wrong)
        {
            throw new InvalidDataException($"{file} line {wrong.Start.Line}: {wrong.Message}", wrong);
        }
    }

    /// <summary>The keys in the order written.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.Select(k => (k as YamlScalarNode)?.Value ?? "");

    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => node.Children.ContainsKey(key);

    /// <summary>Refuses keys other than these.</summary>
    public ContentFile Allow(params string[] keys)
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !keys.Contains(name))
            {
                throw Wrong(key, $"'{key}' is not known here; known are {string.Join(", ", keys)}");
            }
        }

        return this;
    }

    /// <summary>A text that is not empty.</summary>
    public string Text(string key) => Value(key) is YamlScalarNode { Value: { } text } && text.Trim().Length > 0
        ? text.Trim()
        : throw Wrong(key, "must have a text");

    /// <summary>A list of mappings.</summary>
    public IReadOnlyList<ContentFile> List(string key) => Value(key) is YamlSequenceNode { Children.Count: > 0 } list
        ? [.. list.Children.Select(item => new ContentFile(file, item))]
        : throw Wrong(key, "must be a list that is not empty");

    /// <summary>A mapping inside this one.</summary>
    public ContentFile Section(string key) => new(file, Value(key));

    /// <summary>Something wrong with a value.</summary>
    public InvalidDataException Wrong(string key, string what) => Wrong(Has(key) ? Value(key) : node, $"{key}: {what}");

    private InvalidDataException Wrong(YamlNode at, string what) => new($"{file} line {at.Start.Line}: {what}.");

    private YamlNode Value(string key) =>
        node.Children.TryGetValue(key, out var value) ? value : throw Wrong(node, $"'{key}' is missing");
}
