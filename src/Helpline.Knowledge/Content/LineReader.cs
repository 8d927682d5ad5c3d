namespace Helpline.Knowledge.Content;

/// <summary>Short texts of one line in YAML that hold links, under the rules of articles.</summary>
internal static class LineReader
{
    private const string Open = "<p>";
    private const string Close = "</p>";

    /// <summary>The line as HTML without a paragraph around it, and what it cites.</summary>
    public static (string Html, RenderedBody Body) Line(this ContentParts parts, YamlMap map, YamlText text, IReadOnlyList<string> deadlines)
    {
        var body = parts.Renderer.Render(map.File, new FrontMatter("", text.Value, text.Line - 1), deadlines);
        var html = body.ParentHtml.Trim();
        if (html.Length == 0 || html.IndexOf(Open, 1, StringComparison.Ordinal) > 0 || !html.StartsWith(Open, StringComparison.Ordinal))
        {
            map.Problem(text.Line, "this must be one line of text that parents may see, without a list, a heading or a mark");
            return (html, body);
        }

        return (html[Open.Length..^Close.Length], body);
    }
}
