using Helpline.Knowledge.Deadlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>A time limit is written once, in deadlines.yaml; bodies print it from there.</summary>
/// <param name="file">The file the body stands in.</param>
/// <param name="lines">Added to a block's line to have the file's.</param>
/// <param name="problems">Where to note what is wrong.</param>
internal sealed class TimeLimitRule(string file, int lines, ContentProblems problems)
{
    /// <summary>Notes limits typed into the words of a deadline link, and periods as long as one of the body's own limits.</summary>
    /// <param name="document">The body, with the words of empty deadline links not yet filled in.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="own">The limits that the body is about.</param>
    public void Check(MarkdownDocument document, IEnumerable<Statement> statements, IReadOnlyList<Deadline> own)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.Url?.StartsWith("deadline:", StringComparison.Ordinal) == true))
        {
            var words = string.Concat(link.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
            foreach (var (_, typed) in Period.In(words))
            {
                problems.Add(file, link.Line + lines, $"the limit is typed into the link ('{typed}'); write '[]({link.Url})', which prints it");
            }
        }

        var lengths = own.SelectMany(d => Period.In(d.Length ?? "").Select(p => (p.Period, d.Id))).ToLookup(p => p.Period, p => p.Id);
        foreach (var statement in statements.SelectMany(s => s.All))
        {
            foreach (var (period, typed) in Period.In(statement.OwnText))
            {
                if (lengths[period].FirstOrDefault() is { } id)
                {
                    problems.Add(file, statement.Block.Line + lines, $"'{typed}' retypes a time limit of this page; write '[](deadline:{id})', which prints it");
                }
            }
        }

        foreach (var heading in document.OfType<HeadingBlock>().Where(h => BodyText.Plain(h) is "Time limits"))
        {
            problems.Add(file, heading.Line + lines, "the page prints its time limits from 'deadlines:'; take this section out");
        }
    }
}
