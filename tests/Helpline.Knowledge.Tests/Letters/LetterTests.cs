using AngleSharp.Html.Parser;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Letters;

namespace Helpline.Knowledge.Tests.Letters;

public sealed class LetterTests(RealContent content) : IClassFixture<RealContent>
{
    private const string Letter =
        "---\nid: ask\ntitle: Ask\nsummary: Asks.\ntopics: [asking]\nprovisions: [act-s1]\ndeadlines: [answer]\nreviewed: 2026-11-01\nreviewBy: 2027-05-01\nlawAsAt: 2026-11-01\n"
        + "sources: [The Act]\nlegalBasis: \"[Section 1](provision:act-s1)\"\nfields:\n  - {id: name, label: Child's name, kind: text, from: childName}\n"
        + "  - {id: got, label: When they got it, kind: date, from: \"date:asked\"}\n  - {id: more, label: More, kind: longText}\n---\n"
        + "Dear {{name}},\\\nsecond line\n\nOn {{got}} you had it, so by {{due:answer}} ([](deadline:answer), [section 1](provision:act-s1)).\n\n- {{more}}\n";

    private static (LetterTemplate Letter, LetterFiller Filler, TestKnowledge Knowledge) Read(string text = Letter)
    {
        using var mini = new MiniContent();
        mini.Write("letters/ask.md", text);
        var knowledge = new TestKnowledge(mini.Path);
        return (knowledge.Base.Current.Letters[0], new LetterFiller(knowledge.Base, new DeadlineCalculator(knowledge.Base)), knowledge);
    }

    [Fact]
    public void Fill_Everything_LeavesNoGapAndWorksTheDateOut()
    {
        var (letter, filler, knowledge) = Read();
        using var _ = knowledge;

        var filled = filler.Fill(letter, new Dictionary<string, string?> { ["name"] = "Sam", ["got"] = "2026-10-05", ["more"] = "one\r\ntwo" });

        Assert.Empty(filled.Gaps);
        Assert.Equal("Dear Sam,\nsecond line\n\nOn 5 October 2026 you had it, so by 16 November 2026 (6 weeks, section 1).\n\n- one\ntwo", filled.Text);
        Assert.Contains("one<br>two", filled.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_Nothing_LeavesGapsInSquareBrackets()
    {
        var (letter, filler, knowledge) = Read();
        using var _ = knowledge;

        var filled = filler.Fill(letter, new Dictionary<string, string?> { ["got"] = "yesterday" });

        Assert.Equal(["[child's name]", "[when they got it]", "[last day: The council must answer]", "[more]"], filled.Gaps);
        Assert.StartsWith("Dear [child's name],", filled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_Markup_IsWrittenAsText()
    {
        var (letter, filler, knowledge) = Read();
        using var _ = knowledge;

        var filled = filler.Fill(letter, new Dictionary<string, string?> { ["name"] = "<script>alert(1)</script> {{more}} [x](javascript:y)" });
        var page = new HtmlParser().ParseDocument(filled.Html);

        Assert.Null(page.QuerySelector("script"));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.Ordinal));
        Assert.Contains("<script>alert(1)</script> {{more}} [x](javascript:y)", page.Body!.TextContent, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { Letter.Replace("{{more}}", "{{less}}"), "content/letters/ask.md:23: '{{less}}' names no field of the letter; write one of name, got, more" },
        { Letter.Replace("- {{more}}\n", ""), "content/letters/ask.md:1: field 'more' stands nowhere in the letter; write '{{more}}' where it belongs or take it out" },
        { Letter.Replace("{{due:answer}}", "{{due:never}}"), "content/letters/ask.md:21: '{{due:never}}' names a time limit that is not in deadlines.yaml" },
        { Letter.Replace(", from: \"date:asked\"", ""), "content/letters/ask.md:21: '{{due:answer}}' needs exactly one field with 'from: date:event' to be worked out from" },
        { Letter.Replace("from: childName", "from: mother"), "content/letters/ask.md:14: 'from' is 'mother'; write one of authority, enquirerName, childName, school, or date: and the id of an event" },
        { Letter.Replace("[Section 1](provision:act-s1)", "Section 1, as everybody knows"), "content/letters/ask.md:12: the legal basis of letter 'ask' links to no provision; write [section …](provision:id)" },
        { Letter.Replace("id: ask\n", "id: beg\n"), "content/letters/ask.md:2: the id 'beg' differs from the file's name; write 'id: ask' or rename the file" },
        { Letter.Replace("- {{more}}", "- {{more}} You must answer."), "content/letters/ask.md:23: this states law ('must') without its authority; add [section …](provision:id) or [](deadline:id): \"{{more}} You must answer.\"" },
        { Letter.Replace("- {{more}}", "- {{more}} in six weeks"), "content/letters/ask.md:23: 'six weeks' retypes a time limit of this page; write '[](deadline:answer)', which prints it" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Load_Mistake_SaysWhereAndWhatToWrite(string text, string problem)
    {
        using var mini = new MiniContent();
        mini.Write("letters/ask.md", text);

        var broken = Assert.Throws<ContentException>(() => ContentLoader.Load(mini.Path));

        Assert.Contains(problem, broken.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Letters_Real_AreTheSixAndFillWithoutLeavingMarks()
    {
        var snapshot = content.Knowledge.Base.Current;
        var filler = new LetterFiller(content.Knowledge.Base, new DeadlineCalculator(content.Knowledge.Base));

        Assert.Equal(
            ["ask-for-an-early-review", "ask-for-reasons", "chase-a-missed-deadline", "provision-not-delivered", "request-an-assessment", "subject-access-request"],
            snapshot.Letters.Select(l => l.Id).Order(StringComparer.Ordinal));
        Assert.All(snapshot.Letters, l =>
        {
            var full = filler.Fill(l, l.Fields.ToDictionary(f => f.Id, f => (string?)(f.Kind == LetterFieldKind.Date ? "2026-10-05" : $"Given {f.Id}")));
            Assert.Empty(full.Gaps);
            Assert.DoesNotContain("{{", full.Text + full.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("](", full.Text, StringComparison.Ordinal);
            Assert.NotEmpty(l.LegalBasis);
        });
    }
}
