using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search;

namespace Helpline.Knowledge.Tests.Search;

/// <summary>Search over the real articles: citations, old words, misspellings, narrowing.</summary>
public sealed class KnowledgeSearchTests(RealContent content) : IClassFixture<RealContent>
{
    private List<string> Top(string query, int top = 3) => [.. content.Knowledge.Find(query, top).Results.Select(r => r.Slug)];

    [Theory]
    [InlineData("s.36(8)", "refused-an-assessment", "ask-for-an-ehc-needs-assessment")]
    [InlineData("section 36", "refused-an-assessment", "ask-for-an-ehc-needs-assessment")]
    [InlineData("s42", "support-in-the-plan-not-happening", "support-in-the-plan-not-happening")]
    [InlineData("reg 13", "ehc-time-limits", "responding-to-a-draft-plan")]
    [InlineData("regulation 12(1)(a)", "what-is-in-an-ehc-plan", "making-section-f-specific")]
    [InlineData("para 9.69", "making-section-f-specific", "what-is-in-an-ehc-plan")]
    [InlineData("section 20 equality act", "reasonable-adjustments-at-school", "reasonable-adjustments-at-school")]
    [InlineData("section 19 education act 1996", "education-when-my-child-cannot-attend-school", "education-when-my-child-cannot-attend-school")]
    [InlineData("reg 44", "after-the-tribunal-decision", "after-the-tribunal-decision")]
    [InlineData("SENDIST", "how-a-tribunal-appeal-works", "what-you-can-appeal")]
    [InlineData("parent partnership", "old-terms-statement-school-action", "free-local-advice-sendiass")]
    [InlineData("school action plus", "old-terms-statement-school-action", "sen-support-in-school")]
    [InlineData("statement of SEN", "old-terms-statement-school-action", "what-is-in-an-ehc-plan")]
    [InlineData("EBSA", "my-child-cannot-go-to-school-because-of-anxiety", "my-child-cannot-go-to-school-because-of-anxiety")]
    [InlineData("EOTAS", "education-otherwise-than-at-school", "education-otherwise-than-at-school")]
    [InlineData("SAR", "get-school-and-council-records", "get-school-and-council-records")]
    public void Search_CitationsAbbreviationsAndOldWords_FindTheirArticle(string query, string either, string or)
    {
        Assert.Contains(Top(query), slug => slug == either || slug == or);
    }

    [Theory]
    [InlineData("permanant exlusion", "my-child-has-been-permanently-excluded", "permanent exclusion")]
    [InlineData("resonable adjustmants", "reasonable-adjustments-at-school", "reasonable adjustments")]
    [InlineData("mediaton certifcate", "mediation-and-certificates", "mediation certificate")]
    [InlineData("anual reveiw", "annual-reviews", "annual review")]
    [InlineData("echp assesment", "ask-for-an-ehc-needs-assessment", "ehcp assessment")]
    [InlineData("tribunel apeal", "how-a-tribunal-appeal-works", "tribunal appeal")]
    public void Search_Misspelling_IsCorrectedAndFound(string query, string slug, string corrected)
    {
        Assert.Equal(corrected, content.Knowledge.Find(query).Corrected);
        Assert.Contains(slug, Top(query));
    }

    [Fact]
    public void Search_WellSpelledQuestions_AreLeftAlone()
    {
        var changed = RelevanceQuestions.All.Select(q => content.Knowledge.Find(q.Question, 1)).Where(r => r.Corrected is not null).Select(r => r.Corrected!);

        Assert.Equal(["they refused to assess because he is not far enough behind"], changed);
    }

    [Fact]
    public void Search_Topic_LeavesOnlyItsArticles()
    {
        var found = content.Knowledge.Search.Search(new SearchRequest { Query = "council", Topic = "mediation", Top = 50 });

        Assert.NotEmpty(found.Results);
        Assert.All(found.Results, r => Assert.Contains("mediation", r.Topics));
        Assert.Equal(found.Total, found.Results.Count);
    }

    [Fact]
    public void Search_Stage_LeavesOutArticlesOfOtherStagesAndKeepsThoseOfAll()
    {
        using var mini = new MiniContent();
        mini.Write("taxonomy/stages.yaml", "stages:\n  - {id: none, label: None yet, order: 1}\n  - {id: draft, label: Draft, order: 2}\n");
        mini.Write("articles/of-draft.md", MiniContent.Article(title: "Giraffes in a draft", slug: "of-draft", extra: "stages: [draft]\n"));
        mini.Write("articles/of-all.md", MiniContent.Article(title: "Giraffes always", slug: "of-all"));
        using var knowledge = new TestKnowledge(mini.Path);

        IEnumerable<string> Find(string? stage) => knowledge.Search.Search(new SearchRequest { Query = "giraffes", Stage = stage }).Results.Select(r => r.Slug).Order();

        Assert.Equal(["of-all", "of-draft"], Find("draft"));
        Assert.Equal(["of-all"], Find("none"));
        Assert.Equal(["of-all", "of-draft"], Find(null));
        Assert.Empty(Find("no-such-stage"));
    }

    [Fact]
    public void Search_UnknownTopic_FindsNothing()
    {
        Assert.Empty(content.Knowledge.Search.Search(new SearchRequest { Query = "council", Topic = "no-such-topic" }).Results);
    }

    [Fact]
    public void Search_Audience_HidesWhatIsForAdvisersFromParents()
    {
        using var mini = new MiniContent();
        mini.Write("articles/for-advisers.md", MiniContent.Article(title: "Giraffes for advisers", slug: "for-advisers").Replace("audience: both", "audience: adviser"));
        using var knowledge = new TestKnowledge(mini.Path);

        SearchResults Find(Audience? audience) => knowledge.Search.Search(new SearchRequest { Query = "giraffes", Audience = audience });

        Assert.Empty(Find(Audience.Parent).Results);
        Assert.Single(Find(Audience.Adviser).Results);
        Assert.Single(Find(null).Results);
    }

    [Fact]
    public void Search_Snippet_MarksTheMatchesAndIsSafeHtml()
    {
        using var mini = new MiniContent();
        mini.Write("articles/first-steps.md", MiniContent.Article(body: $"{string.Concat(Enumerable.Repeat("Other words here. ", 40))}A <b>giraffe</b> & its plan. {string.Concat(Enumerable.Repeat("More words. ", 40))}\n"));
        using var knowledge = new TestKnowledge(mini.Path);

        var result = Assert.Single(knowledge.Find("giraffes").Results);

        Assert.Equal("giraffe", Assert.Single(result.Snippet, s => s.Marked).Text);
        Assert.Contains("&lt;b&gt;<mark>giraffe</mark>&lt;/b&gt; &amp; its plan.", result.SnippetHtml, StringComparison.Ordinal);
        Assert.InRange(string.Concat(result.Snippet.Select(s => s.Text)).Length, 100, 260);
    }

    [Fact]
    public void Search_Top_IsHeldWithinBounds()
    {
        Assert.Single(content.Knowledge.Find("school", 0).Results);
        Assert.InRange(content.Knowledge.Find("school", int.MaxValue).Results.Count, 10, 50);
        Assert.True(content.Knowledge.Find("school", 5).Total >= 5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("zzzzqqqq xxyyzz")]
    [InlineData("\"'();--")]
    public void Search_Nothing_FindsNothing(string query)
    {
        var found = content.Knowledge.Find(query);

        Assert.Empty(found.Results);
        Assert.Equal(0, found.Total);
    }

    [Theory]
    [InlineData("school wants to exclude him for good", "permanent-exclusion")]
    [InlineData("they refuse to do an EHC needs assessment", "refusal-to-assess")]
    [InlineData("taxi to school stopped", "school-transport")]
    [InlineData("what is in section F", "ehc-plan-sections")]
    public void Suggest_Question_NamesItsTopicAmongTheFirstThree(string question, string topic)
    {
        var suggested = content.Knowledge.Topics.Suggest(question, 3);

        var match = Assert.Single(suggested, s => s.Topic.Id == topic);
        Assert.NotEmpty(match.Articles);
        Assert.Equal(1, suggested[0].Score);
        Assert.True(suggested.Zip(suggested.Skip(1)).All(p => p.First.Score >= p.Second.Score));
    }

    [Theory]
    [InlineData("school transp", "school-transport", "travel to school")]
    [InlineData("permanent exc", "permanent-exclusion", "exclu")]
    [InlineData("annual rev", "annual-review", "review")]
    public void Search_WhileTyping_TakesTheLastWordForABeginning(string typed, string topic, string marked)
    {
        var found = content.Knowledge.Search.Search(new SearchRequest { Query = typed, Typing = true });

        Assert.Null(found.Corrected);
        Assert.Contains(topic, found.Results[0].Topics);
        Assert.Contains(found.Results.Take(3).SelectMany(r => r.Snippet), s => s.Marked && s.Text.Contains(marked, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Search_AfterASpace_TheLastWordIsFinished()
    {
        Assert.Equal(
            content.Knowledge.Find("annual review").Results.Select(r => r.Slug),
            content.Knowledge.Search.Search(new SearchRequest { Query = "annual review ", Typing = true }).Results.Select(r => r.Slug));
    }

    [Fact]
    public void Search_Tokens_AreWordsOfOurOwnTextsOnly()
    {
        var found = content.Knowledge.Find("Jane Bloggsworth, 07700 900123: the tribunel of zxqv refused our apeal");

        Assert.Contains("tribunal", found.Tokens);
        Assert.Contains("appeal", found.Tokens);
        Assert.DoesNotContain(found.Tokens, t => t is "bloggsworth" or "zxqv" || t.Any(char.IsDigit));
        Assert.Equal(found.Tokens.Order(StringComparer.Ordinal), found.Tokens);
        Assert.Equal(found.Tokens, content.Knowledge.Search.Known(string.Join(' ', found.Tokens)));
    }

    [Fact]
    public void Search_Heading_IsOneOfTheArticleToLinkTo()
    {
        var found = content.Knowledge.Find("who can help me with a suspension", 20).Results;

        Assert.Contains(found, r => r.Heading is not null);
        Assert.All(found.Where(r => r.Heading is not null), r => Assert.Contains(r.Heading!, content.Knowledge.Base.Current.Articles.Find(r.Slug)!.AdviserHeadings));
    }

    [Fact]
    public void Search_APhraseOfFamilies_FindsTheArticleWithoutItsWords()
    {
        using var mini = new MiniContent();
        mini.Write("taxonomy/lay-wording.yaml", "layWording:\n  - {topics: [asking], say: [get the ball rolling], weight: 1}\n");
        using var knowledge = new TestKnowledge(mini.Path);

        Assert.Equal("first-steps", Assert.Single(knowledge.Find("how can we get the ball rolling").Results).Slug);
    }

    [Fact]
    public void Suggest_Nothing_SuggestsNothing()
    {
        Assert.Empty(content.Knowledge.Topics.Suggest("", 5));
        Assert.Empty(content.Knowledge.Topics.Suggest("zzzzqqqq", 5));
    }
}
