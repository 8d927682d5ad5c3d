using Helpline.Knowledge.Articles;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpline.Knowledge.Content;

/// <summary>
/// Renders a body. Raw HTML is not parsed, so an author's tags come out as text; links go through <see cref="LinkResolver"/>.
/// </summary>
internal sealed class MarkdownRenderer(LinkResolver links, ContentProblems problems)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub)
        .UsePreciseSourceLocation()
        .Build();

    public RenderedBody Render(string file, FrontMatter parts)
    {
        var document = Markdown.Parse(parts.Body, Pipeline);
        var lines = parts.BodyLine + 1;
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Link(link, file, lines);
        }

        foreach (var auto in document.Descendants<AutolinkInline>().Where(a => !a.IsEmail && links.Resolve(a.Url).Problem is not null))
        {
            problems.Add(file, auto.Line + lines, links.Resolve(auto.Url).Problem!);
        }

        var headings = new List<ArticleHeading>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (heading.Level == 1)
            {
                problems.Add(file, heading.Line + lines, "the title is the only heading of level 1; write '## ' here");
            }

            headings.Add(new ArticleHeading(heading.GetAttributes().Id ?? "", PlainText(heading), heading.Level));
        }

        if (document.Count == 0)
        {
            problems.Add(file, lines, "the article has no body");
        }

        return new RenderedBody(document.ToHtml(Pipeline), headings, Passages(document));
    }

    private void Link(LinkInline link, string file, int lines)
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
        }
        else if (target.Url is null)
        {
            ReplaceByWords(link, target.Title);
        }
        else
        {
            link.Url = target.Url;
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

    /// <summary>One passage for each heading of level 2, and one for what stands before the first.</summary>
    private static List<ArticlePassage> Passages(MarkdownDocument document)
    {
        var passages = new List<ArticlePassage>();
        var heading = "";
        var text = new StringWriter();
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: <= 2 } next)
            {
                Flush();
                heading = PlainText(next);
            }
            else
            {
                text.Write(PlainText(block) + "\n");
            }
        }

        Flush();
        return passages;

        void Flush()
        {
            if (!string.IsNullOrWhiteSpace(text.ToString()))
            {
                passages.Add(new ArticlePassage(heading, Tidy(text.ToString())));
            }

            text = new StringWriter();
        }
    }

    private static string PlainText(Block block)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        Pipeline.Setup(renderer);
        renderer.Render(block);
        return writer.ToString().Trim();
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A body as pages and the index need it.</summary>
internal sealed record RenderedBody(string Html, IReadOnlyList<ArticleHeading> Headings, IReadOnlyList<ArticlePassage> Passages);
