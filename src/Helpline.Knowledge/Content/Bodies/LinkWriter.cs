using Helpline.Knowledge.Deadlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>Gives the links of a body the addresses pages use, and empty deadline links the words of their limit.</summary>
internal sealed class LinkWriter(string file, int lines, LinkResolver links, Catalogue<Deadline> deadlines, ContentProblems problems)
{
    public void Write(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Write(link);
        }

        foreach (var auto in document.Descendants<AutolinkInline>().Where(a => !a.IsEmail && links.Resolve(a.Url).Problem is not null))
        {
            problems.Add(file, auto.Line + lines, links.Resolve(auto.Url).Problem!);
        }
    }

    private void Write(LinkInline link)
    {
        if (link.IsImage)
        {
            problems.Add(file, link.Line + lines, "pictures are not allowed in articles; say it in words");
            return;
        }

        var target = links.Resolve(link.Url ?? "");
        if (target.Problem is not null)
        {
            problems.Add(file, link.Line + lines, target.Problem);
            return;
        }

        if (link.FirstChild is null)
        {
            Fill(link);
        }

        if (target.Url is null)
        {
            ReplaceByWords(link, target.Title);
        }
        else
        {
            link.Url = target.Url;
        }
    }

    private void Fill(LinkInline link)
    {
        var deadline = link.Url!.StartsWith("deadline:", StringComparison.Ordinal) ? deadlines.Find(link.Url["deadline:".Length..]) : null;
        if (deadline?.Words is { } words)
        {
            link.AppendChild(new LiteralInline(words));
        }
        else
        {
            problems.Add(file, link.Line + lines, deadline is null
                ? $"the link to '{link.Url}' has no words; only a deadline's may be left out"
                : $"time limit '{deadline.Id}' has no length that could be printed; write words of its own, without a period");
        }
    }

    /// <summary>Keeps the words of a link that leads nowhere, explained by a title where there is one.</summary>
    private static void ReplaceByWords(LinkInline link, string? title)
    {
        var span = new ContainerInline();
        foreach (var child in link.ToList())
        {
            child.Remove();
            span.AppendChild(child);
        }

        if (title is not null)
        {
            var open = new HtmlInline($"<span title=\"{System.Net.WebUtility.HtmlEncode(title)}\">");
            if (span.FirstChild is { } first)
            {
                first.InsertBefore(open);
            }
            else
            {
                span.AppendChild(open);
            }

            span.AppendChild(new HtmlInline("</span>"));
        }

        link.ReplaceBy(span);
    }
}
