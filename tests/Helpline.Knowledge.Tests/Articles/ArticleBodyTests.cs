using AngleSharp.Html.Parser;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Search;

namespace Helpline.Knowledge.Tests.Articles;

/// <summary>What parents see and what advisers see of one body, and what is refused.</summary>
public sealed class ArticleBodyTests
{
    private const string Cited = "([section 1](provision:act-s1))";

    private const string TwoReaders =
        "## What to do\n\n1. Write.\n2. {confirm} Ring the pelican (old note).\n3. Wait.\n\n{doubtful} The heron rule (see the heron note):\n\n- one heron\n- two herons\n\n"
        + "## Only a guess\n\n{confirm} Guesswork (a note).\n\n## For advisers\n\n### The test\n\nAsk about the flamingo ([section 1](provision:act-s1)).\n";

    private static Article Read(string body, string extra = "deadlines: [answer]\n")
    {
        using var content = new MiniContent();
        content.Write("articles/first-steps.md", MiniContent.Article(body: body, extra: extra));
        return ContentLoader.Load(content.Path).Articles[0];
    }

    [Theory]
    [InlineData("the date on the letter, and who wrote it", true)]
    [InlineData("whether the council must answer", false)]
    public void Load_AskFirst_CitesOnlyWhereItStatesLaw(string ask, bool accepted)
    {
        var body = $"## For advisers\n\n### Ask first\n\nAsk {ask}.\n\n### The test\n\nIt is so {Cited}.\n";

        Assert.Equal(accepted, Record.Exception(() => Read(body)) is null);
    }

    private static string Text(string html) => new HtmlParser().ParseDocument(html).Body!.TextContent;

    [Fact]
    public void ParentHtml_MarkedBlocksAndThePartForAdvisers_AreLeftOut()
    {
        var article = Read(TwoReaders);
        var page = new HtmlParser().ParseDocument(article.ParentHtml);

        Assert.Equal(["Write.", "Wait."], page.QuerySelectorAll("li").Select(li => li.TextContent.Trim()));
        Assert.Equal(["What to do"], article.ParentHeadings.Select(h => h.Text));
        Assert.DoesNotContain("heron", article.ParentHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("flamingo", article.ParentHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Guess", article.ParentHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AdviserHtml_MarkedBlocks_AreShownWithTheirTags()
    {
        var article = Read(TwoReaders);
        var page = new HtmlParser().ParseDocument(article.AdviserHtml);

        Assert.Equal(
            ["To be confirmed", "Doubtful: do not state as settled", "To be confirmed"],
            page.QuerySelectorAll("strong.govuk-tag").Select(t => t.TextContent));
        Assert.Equal(5, page.QuerySelectorAll("li").Length);
        Assert.Equal(["What to do", "Only a guess", "For advisers", "The test"], article.AdviserHeadings.Select(h => h.Text));
        Assert.DoesNotContain("{confirm}", article.AdviserHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pelican")]
    [InlineData("heron")]
    [InlineData("flamingo")]
    [InlineData("guesswork")]
    public void Search_WhatOnlyAdvisersSee_IsFoundByAdvisersOnly(string word)
    {
        using var content = new MiniContent();
        content.Write("articles/first-steps.md", MiniContent.Article(body: TwoReaders, extra: ""));
        using var knowledge = new TestKnowledge(content.Path);

        var adviser = knowledge.Search.Search(new SearchRequest { Query = word });
        var parent = knowledge.Search.Search(new SearchRequest { Query = word, Audience = Audience.Parent });

        Assert.Contains(word, string.Concat(Assert.Single(adviser.Results).Snippet.Select(s => s.Text)), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(parent.Results);
    }

    [Fact]
    public void Search_ParentMatchingTheTitle_IsNeverShownAdviserText()
    {
        using var content = new MiniContent();
        content.Write("articles/first-steps.md", MiniContent.Article(body: "## For advisers\n\nAbout the flamingo ([section 1](provision:act-s1)).\n", extra: ""));
        using var knowledge = new TestKnowledge(content.Path);

        var found = knowledge.Search.Search(new SearchRequest { Query = "first steps", Audience = Audience.Parent });

        Assert.DoesNotContain("flamingo", string.Concat(Assert.Single(found.Results).Snippet.Select(s => s.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Body_EmptyDeadlineLink_PrintsTheLength()
    {
        var page = new HtmlParser().ParseDocument(Read("Wait for [](deadline:answer).").ParentHtml);

        Assert.Equal("Wait for 6 weeks.", page.Body!.TextContent.Trim());
        Assert.Equal("/deadlines/answer", page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Article_Fields_AreReadWithWhatItsBodyCites()
    {
        var article = Read($"## What the law says\n\nIt is so {Cited}, in [the Code](provision:code).\n", "stages: [none]\nvalidFrom: 2014-09-01\nvalidTo: 2027-08-31\ndeadlines: [answer]\n");

        Assert.Equal(["none"], article.Stages);
        Assert.Equal((new DateOnly(2014, 9, 1), new DateOnly(2027, 8, 31)), (article.ValidFrom, article.ValidTo));
        Assert.Equal(["act-s1", "code"], article.CitedProvisions);
        Assert.Equal(["answer"], article.CitedDeadlines);
    }

    public static TheoryData<string> Accepted =>
    [
        $"## What the law says\n\nThe test {Cited}:\n\n- one\n- two\n",
        $"## What the law says\n\nThese apply:\n\n- one {Cited}\n- two {Cited}\n",
        $"## What the law says\n\n- one {Cited}:\n  - under one\n  - also under one\n",
        "## What to do\n\nWrite it down. Keep a copy.\n",
        "## Who can help\n\nThe charity knows what the law must say.\n",
        "## What the law says\n\n{confirm} It may be so (regulation 9, not yet read).\n",
        "## What to do\n\nYou must be told [soon](deadline:answer).\n",
        "Four weeks is not our limit, and six working days are not either.\n",
    ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Load_Body_Accepts(string body) => Assert.NotEmpty(Read(body).AdviserHtml);

    public static TheoryData<string, string> Refused => new()
    {
        { "## What the law says\n\nIt is so.\n", "17: everything in this section cites its authority; add [section …](provision:id) or [](deadline:id): \"It is so.\"" },
        { "## For advisers\n\n### Traps\n\n- Nobody cites this.\n", "19: everything in this section cites its authority" },
        { "## What the law says\n\nThese apply:\n\n- one ([section 1](provision:act-s1))\n- two\n", "20: everything in this section cites its authority" },
        { "## What the law says\n\nThese apply:\n\n- one\n- two\n", "17: everything in this section cites its authority" },
        { "## What the law says\n\n{doubtful} Perhaps.\n", "17: everything in this section cites its authority" },
        { "## What to do\n\nThe council must answer.\n", "17: this states law ('must') without its authority" },
        { "## What to do\n\n1. Say that it is unlawful.\n", "17: this states law ('unlawful') without its authority" },
        { "## What to do\n\n> You have a right to see it under section 12.\n", "17: this states law ('right to') without its authority" },
        { "Wait for [six weeks](deadline:answer).\n", "15: the limit is typed into the link ('six weeks'); write '[](deadline:answer)', which prints it" },
        { "Wait for 6 weeks.\n", "15: '6 weeks' retypes a time limit of this page; write '[](deadline:answer)', which prints it" },
        { "Nothing.\n\n- The six-week wait begins.\n", "17: 'six-week' retypes a time limit of this page" },
        { "## Time limits\n\nSoon.\n", "15: the page prints its time limits from 'deadlines:'; take this section out" },
        { "{comfirm} So it is.\n", "15: the mark '{comfirm}' is not known; write '{confirm}' or '{doubtful}'" },
        { "So it is. {confirm} Perhaps.\n", "15: the marks '{confirm}' and '{doubtful}' stand at the start of a paragraph or list item only" },
        { "What to bring:\n\n- {confirm} this (a note)\n- {doubtful} that (a note)\n", "15: everything this introduces is marked" },
        { "## For advisers\n\nHm ([section 1](provision:act-s1)).\n\n## More\n\nText ([section 1](provision:act-s1)).\n", "19: everything after '## For advisers' is for advisers; write '### More'" },
        { "So said [](provision:act-s1).\n", "15: the link to 'provision:act-s1' has no words; only a deadline's may be left out" },
        { "By [](deadline:never).\n", "15: time limit 'never' has no length that could be printed" },
        { "So it was held ([a case](provision:case-unread)).\n", "15: 'case-unread' is itself to be confirmed; begin the block with '{confirm} ' or cite another authority too" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Load_Body_Refuses(string body, string problem)
    {
        using var content = new MiniContent();
        content.Write("taxonomy/provisions.yaml", MiniContent.Provisions + "  - {id: case-unread, title: A v B, section: \"[1990] 1\", kind: case, confidence: toBeConfirmed}\n");
        content.Write("deadlines.yaml", MiniContent.Deadlines + MiniContent.Deadlines[MiniContent.Deadlines.IndexOf("  - id: answer", StringComparison.Ordinal)..]
            .Replace("id: answer", "id: never").Replace("{period: 6, unit: weeks}", "{notComputed: It depends.}"));
        content.Write("articles/first-steps.md", MiniContent.Article(body: body, extra: "deadlines: [answer]\n"));

        var broken = Assert.Throws<ContentException>(() => ContentLoader.Load(content.Path));

        Assert.StartsWith($"content/articles/first-steps.md:{problem}", Assert.Single(broken.Problems).ToString(), StringComparison.Ordinal);
    }
}
