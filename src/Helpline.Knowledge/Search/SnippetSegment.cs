using System.Text;
using System.Text.Encodings.Web;

namespace Helpline.Knowledge.Search;

/// <summary>A piece of a snippet, as plain text.</summary>
/// <param name="Text">The text, not encoded.</param>
/// <param name="Marked">Whether it matches the query.</param>
public sealed record SnippetSegment(string Text, bool Marked)
{
    internal static string ToHtml(IReadOnlyList<SnippetSegment> segments)
    {
        var html = new StringBuilder();
        foreach (var (text, marked) in segments)
        {
            html.Append(marked ? "<mark>" : "").Append(HtmlEncoder.Default.Encode(text)).Append(marked ? "</mark>" : "");
        }

        return html.ToString();
    }
}
