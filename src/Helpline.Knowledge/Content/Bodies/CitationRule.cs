using System.Text.RegularExpressions;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Content.Bodies;

/// <summary>Every statement of law names its authority; so does everything in the parts that tell the law.</summary>
/// <param name="file">The file the body stands in.</param>
/// <param name="lines">Added to a block's line to have the file's.</param>
/// <param name="provisions">What may be cited, and how far it has been checked.</param>
/// <param name="problems">Where to note what is wrong.</param>
internal sealed partial class CitationRule(string file, int lines, Catalogue<Provision> provisions, ContentProblems problems)
{
    public void Check(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Check(statement, covered: false, settled: true);
        }
    }

    private void Check(Statement statement, bool covered, bool settled)
    {
        // Of an introduction and its items either is told, never both: the items, once one of them cites.
        var inItems = !statement.Cites && statement.Under.Exists(u => u.CitesThrough);
        var missing = !covered && !inItems && !statement.CitesThrough && MustCite(statement);
        if (missing)
        {
            problems.Add(file, statement.Block.Line + lines, $"{Why(statement)}; add [section …](provision:id) or [](deadline:id): \"{Start(statement.Text)}\"");
        }

        var free = settled && statement.Mark == Mark.None;
        if (free && statement.Deadlines.Count == 0 && statement.Provisions.Count > 0
            && statement.Provisions.All(p => provisions.Find(p) is { Confidence: ProvisionConfidence.ToBeConfirmed }))
        {
            problems.Add(file, statement.Block.Line + lines, $"'{statement.Provisions[0]}' is itself to be confirmed; begin the block with '{{confirm}} ' or cite another authority too");
        }

        if (free && statement.Under.Count > 0 && statement.Under.TrueForAll(u => u.Mark != Mark.None))
        {
            problems.Add(file, statement.Block.Line + lines, "everything this introduces is marked, so parents would see an introduction to nothing; mark the introduction instead");
        }

        foreach (var under in statement.Under)
        {
            Check(under, covered || statement.Cites || missing, free);
        }
    }

    private static bool MustCite(Statement statement) => statement.Section switch
    {
        BodySection.Law or BodySection.Advisers => true,
        BodySection.Help => false,
        BodySection.Advice => LawWords().IsMatch(statement.Text),
    };

    private static string Why(Statement statement) => statement.Section switch
    {
        BodySection.Law or BodySection.Advisers => "everything in this section cites its authority",
        BodySection.Help or BodySection.Advice => $"this states law ('{LawWords().Match(statement.Text).Value}') without its authority",
    };

    private static string Start(string text) => text.Length <= 50 ? text : $"{text[..50]}…";

    [GeneratedRegex(@"\b(must|may not|duty|duties|legal|lawful|unlawful|illegal|rights? to|entitled|(?<!what )the law|statutory|regulation \d+|section \d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LawWords();
}
