using Helpline.Knowledge.Content;
using Helpline.Knowledge.LetterChecks;

namespace Helpline.Knowledge.Tests.Content;

/// <summary>Guides, situations and the letter check: what we publish, and what is refused with its file and line.</summary>
public sealed class GuideTests(RealContent content) : IClassFixture<RealContent>
{
    private const string Head = "title: T\nsummary: S\ntopics: [asking]\nreviewed: 2026-11-01\nreviewBy: 2027-05-01\nlawAsAt: 2026-11-01\nsources:\n  - The Act\nsteps:\n";

    private const string Steps = "  - title: One\n    text: Write to the council.\n  - title: Two\n    text: Wait.\n";

    private const string Letters =
        "reviewed: 2026-11-01\nreviewBy: 2027-05-01\nlawAsAt: 2026-11-01\nsources:\n  - The Act\nkinds:\n  - id: no\n    title: They said no\n    date: The date on it\n    topics: [asking]\n"
        + "    next: Read it again.\n    questions:\n";

    private KnowledgeSnapshot Snapshot => content.Knowledge.Base.Current;

    [Fact]
    public void Guides_WePublish_AreTheSevenAndEachStepSaysWhatToDo()
    {
        string[] wanted = ["annual-review", "appealing", "asking-for-an-assessment", "checking-a-draft-plan", "exclusion", "phase-transfer", "when-the-council-says-no"];

        Assert.Equal(wanted, Snapshot.Guides.Select(g => g.Slug).Order(StringComparer.Ordinal));
        Assert.All(Snapshot.Guides, g =>
        {
            Assert.True(g.Steps.Count >= 5, g.Slug);
            Assert.NotEmpty(g.Provisions);
            Assert.Contains(g.Steps, s => s.Deadlines.Count > 0);
            Assert.All(g.Steps, s => Assert.StartsWith("<p>", s.Html, StringComparison.Ordinal));
        });
        Assert.True(Snapshot.Situations.Count >= 6);
    }

    [Fact]
    public void LetterKinds_WePublish_CiteAnAuthorityForEveryThingALetterShouldSay()
    {
        Assert.True(Snapshot.LetterKinds.Count >= 6);
        Assert.All(Snapshot.LetterKinds, k =>
        {
            Assert.NotEmpty(k.Deadlines);
            Assert.NotEmpty(k.Articles);
            Assert.All(k.Questions, q => Assert.True(q.ShouldHtml.Contains("<a ", StringComparison.Ordinal) || q.ShouldHtml.Contains("<span title", StringComparison.Ordinal), $"{k.Id}/{q.Id}"));
            Assert.All(k.Questions, q => Assert.DoesNotContain("](", q.Ask, StringComparison.Ordinal));
        });
        Assert.Contains(Snapshot.LetterKinds.SelectMany(k => k.Questions), q => q.Wanted == LetterAnswer.No);
        Assert.Contains("6 weeks", Snapshot.LetterKinds.Find("refusal-to-assess")!.Questions.Single(q => q.Id == "in-time").Ask, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  - title: One\n    text: They must answer.\n  - title: Two\n    text: Wait.\n", 11, "without its authority")]
    [InlineData("  - title: One\n    text: Wait 6 weeks.\n    deadlines: [answer]\n  - title: Two\n    text: Wait.\n", 11, "retypes a time limit")]
    [InlineData("  - title: One\n    text: Wait.\n    articles: [nothing]\n  - title: Two\n    text: Wait.\n", 12, "'nothing'")]
    [InlineData("  - title: One\n    text: Wait.\n    guides: [nothing]\n  - title: Two\n    text: Wait.\n", 12, "'nothing'")]
    [InlineData("  - title: One\n    text: Wait.\n    letters: [nothing]\n  - title: Two\n    text: Wait.\n", 12, "'nothing'")]
    [InlineData("  - title: One\n    text: Wait.\n    colour: blue\n  - title: Two\n    text: Wait.\n", 12, "'colour'")]
    [InlineData("  - title: One\n    text: \"[Here](page:nowhere).\"\n  - title: Two\n    text: Wait.\n", 11, "'nowhere'")]
    [InlineData("  - title: One\n    text: Wait.\n    checks: [\"## No\"]\n  - title: Two\n    text: Wait.\n", 12, "one line of text")]
    [InlineData("  - title: One\n    text: Wait.\n", 9, "two steps or more")]
    public void Guide_Malformed_IsRefusedWithItsLine(string steps, int line, string message)
    {
        using var mini = new MiniContent();
        mini.Write("guides/asking.yaml", Head + steps);

        var refused = Assert.Throws<ContentException>(() => ContentLoader.Load(mini.Path));

        Assert.Contains(refused.Problems, p => p.File == "content/guides/asking.yaml" && p.Line == line && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Guide_Sound_IsRead()
    {
        using var mini = new MiniContent();
        mini.Write("guides/asking.yaml", Head + Steps);
        mini.Write("situations.yaml", "situations:\n  - {words: I want to ask, guide: asking}\n  - {words: I am new here, article: first-steps}\n");

        var read = ContentLoader.Load(mini.Path);

        Assert.Equal(["One", "Two"], Assert.Single(read.Guides).Steps.Select(s => s.Title));
        Assert.Equal(["I want to ask", "I am new here"], read.Situations.Select(s => s.Words));
        Assert.Equal("asking", Assert.Single(read.GuidesOn(["asking"])).Slug);
    }

    [Theory]
    [InlineData("situations:\n  - {words: Lost}\n", 2, "either")]
    [InlineData("situations:\n  - {words: Lost, guide: nothing}\n", 2, "'nothing'")]
    [InlineData("situations:\n  - {words: Lost, article: nothing}\n", 2, "'nothing'")]
    public void Situation_ThatLeadsNowhere_IsRefusedWithItsLine(string text, int line, string message)
    {
        using var mini = new MiniContent();
        mini.Write("situations.yaml", text);

        var refused = Assert.Throws<ContentException>(() => ContentLoader.Load(mini.Path));

        Assert.Contains(refused.Problems, p => p.File == "content/situations.yaml" && p.Line == line && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("      - id: why\n        ask: Does it say why?\n        should: It must say why.\n        otherwise: Ask.\n", 15, "without its authority")]
    [InlineData("      - id: why\n        ask: Does it say why?\n        wanted: perhaps\n        should: It says why.\n        otherwise: Ask.\n", 15, "'perhaps'")]
    [InlineData("      - id: why\n        ask: Does it say why?\n        should: It says why.\n", 13, "'otherwise' is missing")]
    public void LetterKind_Malformed_IsRefusedWithItsLine(string questions, int line, string message)
    {
        using var mini = new MiniContent();
        mini.Write("letter-check.yaml", Letters + questions);

        var refused = Assert.Throws<ContentException>(() => ContentLoader.Load(mini.Path));

        Assert.Contains(refused.Problems, p => p.File == "content/letter-check.yaml" && p.Line == line && p.Message.Contains(message, StringComparison.Ordinal));
    }
}
