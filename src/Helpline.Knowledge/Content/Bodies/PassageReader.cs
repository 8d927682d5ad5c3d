using Helpline.Knowledge.Articles;
using Markdig.Syntax;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>Parts a body into the pieces that are searched.</summary>
internal static class PassageReader
{
    /// <summary>One passage for each heading of level 2 of a body cut down to what everybody sees, and one for what stands before the first.</summary>
    public static List<ArticlePassage> ForEverybody(MarkdownDocument document) => Read(document, 2, Audience.Both);

    /// <summary>One passage for each heading of the part for advisers, and one for each block elsewhere that only they see.</summary>
    /// <param name="document">The whole body.</param>
    /// <param name="statements">Its statements.</param>
    public static List<ArticlePassage> ForAdvisers(MarkdownDocument document, IReadOnlyList<Statement> statements)
    {
        var passages = new List<ArticlePassage>();
        foreach (var marked in ParentCut.Marked(statements).Where(s => s.Section != BodySection.Advisers))
        {
            passages.Add(new ArticlePassage(HeadingOf(document, marked.Block), string.Join(' ', marked.All.Select(s => s.Text)), Audience.Adviser));
        }

        if (ParentCut.Advisers(document) is { } from)
        {
            passages.AddRange(Read(document.Skip(from), 3, Audience.Adviser));
        }

        return passages;
    }

    private static List<ArticlePassage> Read(IEnumerable<Block> blocks, int level, Audience audience)
    {
        var passages = new List<ArticlePassage>();
        var heading = "";
        var text = new List<string>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock next && next.Level <= level)
            {
                Flush();
                heading = BodyText.Plain(next);
            }
            else
            {
                text.Add(BodyText.Plain(block));
            }
        }

        Flush();
        return passages;

        void Flush()
        {
            var all = BodyText.Tidy(string.Join(' ', text));
            if (all.Length > 0)
            {
                passages.Add(new ArticlePassage(heading, all, audience));
            }

            text = [];
        }
    }

    private static string HeadingOf(MarkdownDocument document, Block block) =>
        document.OfType<HeadingBlock>().LastOrDefault(h => h.Level == 2 && h.Line < block.Line) is { } heading ? BodyText.Plain(heading) : "";
}
