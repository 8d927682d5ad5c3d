using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>Shows advisers how far a marked block is settled.</summary>
internal static class MarkTags
{
    public static void Write(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
        {
            if (Tag(statement.Mark) is { } tag && statement.Block is ParagraphBlock { Inline.FirstChild: { } first })
            {
                first.InsertBefore(new HtmlInline(tag));
            }
        }
    }

    private static string? Tag(Mark mark) => mark switch
    {
        Mark.None => null,
        Mark.Confirm => "<strong class=\"govuk-tag govuk-tag--yellow\">To be confirmed</strong> ",
        Mark.Doubtful => "<strong class=\"govuk-tag govuk-tag--red\">Doubtful: do not state as settled</strong> ",
    };
}
