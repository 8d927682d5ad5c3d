using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>A body as text to copy: paragraphs parted by empty lines, list items by their sign, links as their words.</summary>
internal static class PlainText
{
    public static string Of(MarkdownDocument document) => string.Join("\n\n", document.Select(b => Of(b)).Where(t => t.Length > 0));

    private static string Of(Block block) => block switch
    {
        ListBlock list => string.Join('\n', list.OfType<ListItemBlock>().Select((item, at) => Sign(list, at) + string.Join("\n  ", item.Select(Of)))),
        ContainerBlock container => string.Join("\n\n", container.Select(Of)),
        LeafBlock { Inline: { } inlines } => Words(inlines),
        _ => "",
    };

    private static string Sign(ListBlock list, int at) => list.IsOrdered ? $"{(at + 1).ToString(CultureInfo.InvariantCulture)}. " : "- ";

    private static string Words(ContainerInline inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines.Descendants<LeafInline>())
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                LineBreakInline { IsHard: true } => "\n",
                LineBreakInline => " ",
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline auto => auto.Url,
                _ => "",
            });
        }

        return text.ToString().Trim();
    }
}
