using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Content.Bodies;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Helpline.Knowledge.Content;

/// <summary>
/// Renders a body, once as advisers see it and once as parents do. Raw HTML is not parsed, so an author's tags come out as text;
/// links go through <see cref="LinkResolver"/>.
/// </summary>
internal sealed class MarkdownRenderer(LinkResolver links, Catalogue<Provision> provisions, Catalogue<Deadline> deadlines, ContentProblems problems)
{
    /// <summary>Renders and checks a body.</summary>
    /// <param name="file">The file it stands in.</param>
    /// <param name="parts">The body and where it begins.</param>
    /// <param name="ownDeadlines">Ids of the limits that it is about: their length is printed, never typed.</param>
    public RenderedBody Render(string file, FrontMatter parts, IReadOnlyList<string> ownDeadlines)
    {
        var document = Markdown.Parse(parts.Body, BodyText.Pipeline);
        var lines = parts.BodyLine + 1;
        if (document.Count == 0)
        {
            problems.Add(file, lines, "the article has no body");
        }

        var statements = new StatementReader(file, lines, problems).Read(document);
        new CitationRule(file, lines, provisions, problems).Check(statements);
        new TimeLimitRule(file, lines, problems).Check(document, statements, [.. ownDeadlines.Select(deadlines.Find).OfType<Deadline>()]);
        var all = statements.SelectMany(s => s.All).ToList();
        new LinkWriter(file, lines, links, deadlines, problems).Write(document);
        CheckHeadings(document, file, lines);
        var adviserPassages = PassageReader.ForAdvisers(document, statements);
        MarkTags.Write(all);
        var adviser = (Html: document.ToHtml(BodyText.Pipeline), Headings: Headings(document));
        ParentCut.Apply(document, statements);
        return new RenderedBody
        {
            ParentHtml = document.ToHtml(BodyText.Pipeline),
            ParentHeadings = Headings(document),
            PlainText = PlainText.Of(document),
            AdviserHtml = adviser.Html,
            AdviserHeadings = adviser.Headings,
            Passages = [.. PassageReader.ForEverybody(document), .. adviserPassages],
            Provisions = [.. all.SelectMany(s => s.Provisions).Distinct(StringComparer.Ordinal)],
            Deadlines = [.. all.SelectMany(s => s.Deadlines).Distinct(StringComparer.Ordinal)],
        };
    }

    private void CheckHeadings(MarkdownDocument document, string file, int lines)
    {
        foreach (var heading in document.Descendants<HeadingBlock>().Where(h => h.Level == 1))
        {
            problems.Add(file, heading.Line + lines, "the title is the only heading of level 1; write '## ' here");
        }
    }

    private static List<ArticleHeading> Headings(MarkdownDocument document) =>
        [.. document.Descendants<HeadingBlock>().Select(h => new ArticleHeading(h.GetAttributes().Id ?? "", BodyText.Plain(h), h.Level))];
}
