using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Helpline.Knowledge.Search;

/// <summary>A piece of a snippet, as plain text.</summary>
/// <param name="Text">The text, not encoded.</param>
/// <param name="Marked">Whether it matches the query.</param>
public sealed record SnippetSegment(string Text, bool Marked)
{
    // Letters of every language as they are; what HTML reads as markup is encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    internal static string ToHtml(IReadOnlyList<SnippetSegment> segments)
    {
        var html = new StringBuilder();
        foreach (var (text, marked) in segments)
        {
            html.Append(marked ? "<mark>" : "").Append(Encoder.Encode(text)).Append(marked ? "</mark>" : "");
        }

        return html.ToString();
    }
}
