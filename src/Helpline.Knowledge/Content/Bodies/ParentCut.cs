using Markdig.Syntax;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>Leaves of a body what parents see: not the part for advisers, nor what is not settled.</summary>
internal static class ParentCut
{
    /// <summary>Cuts a body down, in place.</summary>
    public static void Apply(MarkdownDocument document, IEnumerable<Statement> statements)
    {
        foreach (var statement in Marked(statements).SelectMany(s => s.All))
        {
            // An item's first paragraph stands for the item.
            var block = statement.Block;
            Remove(block.Parent is ListItemBlock item && item[0] == block ? item : block);
        }

        DropEmpty(document);
        if (Advisers(document) is { } advisers)
        {
            for (var at = document.Count - 1; at >= advisers; at--)
            {
                document.RemoveAt(at);
            }
        }

        DropEmptyHeadings(document);
    }

    /// <summary>The outermost marked statements.</summary>
    public static IEnumerable<Statement> Marked(IEnumerable<Statement> statements) =>
        statements.SelectMany(s => s.Mark == Mark.None ? Marked(s.Under) : [s]);

    /// <summary>Where the part for advisers begins; null when there is none.</summary>
    public static int? Advisers(MarkdownDocument document)
    {
        for (var at = 0; at < document.Count; at++)
        {
            if (document[at] is HeadingBlock { Level: 2 } heading && BodyText.Plain(heading) == "For advisers")
            {
                return at;
            }
        }

        return null;
    }

    private static void Remove(Block block) => block.Parent?.Remove(block);

    private static void DropEmpty(ContainerBlock container)
    {
        foreach (var child in container.OfType<ContainerBlock>().ToList())
        {
            DropEmpty(child);
            if (child.Count == 0 && (child is ListBlock or ListItemBlock or QuoteBlock))
            {
                container.Remove(child);
            }
        }
    }

    /// <summary>A heading that nothing stands under any more says nothing.</summary>
    private static void DropEmptyHeadings(MarkdownDocument document)
    {
        for (var at = document.Count - 1; at >= 0; at--)
        {
            if (document[at] is HeadingBlock heading && (at + 1 == document.Count || (document[at + 1] is HeadingBlock next && next.Level <= heading.Level)))
            {
                document.RemoveAt(at);
            }
        }
    }
}
