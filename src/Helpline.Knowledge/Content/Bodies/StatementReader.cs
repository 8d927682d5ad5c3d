using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>Takes a body apart into its statements. Marks are taken out of the text as they are read.</summary>
/// <param name="file">The file the body stands in.</param>
/// <param name="lines">Added to a block's line to have the file's.</param>
/// <param name="problems">Where to note what is wrong.</param>
internal sealed class StatementReader(string file, int lines, ContentProblems problems)
{
    private const string Confirm = "{confirm}";
    private const string Doubtful = "{doubtful}";
    private BodySection section = BodySection.Advice;

    public IReadOnlyList<Statement> Read(MarkdownDocument document) => Read(document, null);

    private List<Statement> Read(ContainerBlock container, Statement? above)
    {
        var found = new List<Statement>();
        var before = above;
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Heading(heading);
                    before = null;
                    break;
                case ParagraphBlock paragraph:
                    before = Statement(paragraph);
                    found.Add(before);
                    break;
                case Table table:
                    Place(found, before, [Statement(table)]);
                    break;
                case ListBlock list:
                    Place(found, before, [.. list.OfType<ListItemBlock>().SelectMany(Item)]);
                    break;
                case ContainerBlock quote:
                    Place(found, before, Read(quote, null));
                    break;
            }
        }

        return found;
    }

    /// <summary>An item's first paragraph stands for it; what follows in the item stands under that.</summary>
    private List<Statement> Item(ListItemBlock item)
    {
        var parts = Read(item, null);
        if (parts.Count > 1 && item.FirstOrDefault() is ParagraphBlock && item.OfType<ListBlock>().Any())
        {
            parts[0].Under.AddRange(parts[1..]);
            parts.RemoveRange(1, parts.Count - 1);
        }

        return parts;
    }

    private static void Place(List<Statement> found, Statement? before, List<Statement> statements)
    {
        if (before is { Introduces: true })
        {
            before.Under.AddRange(statements);
        }
        else
        {
            found.AddRange(statements);
        }
    }

    private void Heading(HeadingBlock heading)
    {
        if (heading.Level > 2)
        {
            return;
        }

        var text = BodyText.Plain(heading);
        if (section == BodySection.Advisers)
        {
            problems.Add(file, heading.Line + lines, $"everything after '## For advisers' is for advisers; write '### {text}', or move the section before it");
            return;
        }

        section = text switch
        {
            "What the law says" => BodySection.Law,
            "For advisers" => BodySection.Advisers,
            "Who can help" => BodySection.Help,
            _ => BodySection.Advice,
        };
    }

    private Statement Statement(Block block)
    {
        var mark = TakeMark(block);
        var links = BodyText.Inlines<LinkInline>(block).Where(l => l.Url is not null).Select(l => l.Url!).ToList();
        var text = BodyText.Plain(block);
        if (text.Contains(Confirm, StringComparison.Ordinal) || text.Contains(Doubtful, StringComparison.Ordinal))
        {
            problems.Add(file, block.Line + lines, $"the marks '{Confirm}' and '{Doubtful}' stand at the start of a paragraph or list item only; part the text in two");
        }

        return new Statement
        {
            Block = block,
            Text = text,
            OwnText = WithoutDeadlines(block),
            Section = section,
            Mark = mark,
            Provisions = [.. links.Where(u => u.StartsWith("provision:", StringComparison.Ordinal)).Select(u => u["provision:".Length..])],
            Deadlines = [.. links.Where(u => u.StartsWith("deadline:", StringComparison.Ordinal)).Select(u => u["deadline:".Length..])],
        };
    }

    private Mark TakeMark(Block block)
    {
        if (block is not ParagraphBlock { Inline.FirstChild: LiteralInline first } || !first.Content.ToString().StartsWith('{'))
        {
            return Mark.None;
        }

        var text = first.Content.ToString();
        var word = text[..(text.IndexOf('}', StringComparison.Ordinal) + 1)];
        if (word is not (Confirm or Doubtful))
        {
            // Two braces are a letter's field, which is no mark.
            if (word.Length > 2 && !text.StartsWith("{{", StringComparison.Ordinal))
            {
                problems.Add(file, block.Line + lines, $"the mark '{word}' is not known; write '{Confirm}' or '{Doubtful}'");
            }

            return Mark.None;
        }

        var rest = text[word.Length..].TrimStart();
        first.Content = new Markdig.Helpers.StringSlice(rest);
        return word == Confirm ? Mark.Confirm : Mark.Doubtful;
    }

    private static string WithoutDeadlines(Block block)
    {
        var text = new StringBuilder();
        foreach (var inline in BodyText.Inlines<LeafInline>(block).Where(i => !InDeadline(i)))
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                _ => " ",
            });
        }

        return BodyText.Tidy(text.ToString());
    }

    private static bool InDeadline(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline { Url: { } url } && url.StartsWith("deadline:", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
