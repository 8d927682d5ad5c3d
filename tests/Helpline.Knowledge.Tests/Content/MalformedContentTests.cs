using Helpline.Knowledge.Content;

namespace Helpline.Knowledge.Tests.Content;

/// <summary>Every mistake an editor can make is told with file, line and what to write.</summary>
public sealed class MalformedContentTests
{
    [Fact]
    public void Load_ValidContent_IsRead()
    {
        using var content = new MiniContent();

        var snapshot = ContentLoader.Load(content.Path);

        Assert.Equal("First steps", snapshot.Articles.Find("first-steps")!.Title);
        Assert.Equal(["answer"], snapshot.Deadlines.Ids);
        Assert.Equal("6 weeks", snapshot.Deadlines[0].Length);
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "taxonomy/topics/plans.yaml", MiniContent.Topics.Replace("[act-s1]", "[act-s1, bar]"), "content/taxonomy/topics/plans.yaml:4: topic 'asking' names provision 'bar', which is not in provisions.yaml" },
        { "taxonomy/topics/plans.yaml", MiniContent.Topics.Replace("synonyms", "synonims"), "content/taxonomy/topics/plans.yaml:5: field 'synonims' is not known here; write one of id, label, provisions, synonyms, deadlines, urgency, legalAdviser" },
        { "taxonomy/topics/plans.yaml", MiniContent.Topics + "  - id: asking\n    label: Again\n", "content/taxonomy/topics/plans.yaml:7: topic 'asking' is already defined at content/taxonomy/topics/plans.yaml:2; choose another id" },
        { "taxonomy/topics/plans.yaml", MiniContent.Topics.Replace("    label: Asking for a plan\n", ""), "content/taxonomy/topics/plans.yaml:2: 'label' is missing; write 'label: …'" },
        { "taxonomy/topics/plans.yaml", MiniContent.Topics.Replace("id: asking", "id: Asking!"), "content/taxonomy/topics/plans.yaml:2: the id 'Asking!' may hold only small letters, digits, hyphens and dots" },
        { "taxonomy/topics/other.yaml", "topics: []\n", "content/taxonomy/topics/other.yaml:1: the file is not named after a group; the groups in groups.yaml are plans" },
        { "taxonomy/provisions.yaml", MiniContent.Provisions.Replace("https://example.test/1", "see the website"), "content/taxonomy/provisions.yaml:7: 'url' is 'see the website', which is not an address; write it in full, beginning with https://, or leave the field out" },
        { "taxonomy/provisions.yaml", MiniContent.Provisions.Replace("kind: statute", "kind: law"), "content/taxonomy/provisions.yaml:6: 'kind' is 'law'; write one of statute, regulations, regulation, rules, guidance, policy, case, historical" },
        { "taxonomy/provisions.yaml", MiniContent.Provisions.Replace("kind: guidance", "kind: case"), "content/taxonomy/provisions.yaml:8: the id 'code' does not fit kind 'case'; ids of cases, and no others, begin with 'case-'" },
        { "taxonomy/provisions.yaml", MiniContent.Provisions + "    validFrom: 2026-01-01\n    validTo: 2025-12-31\n", "content/taxonomy/provisions.yaml:13: 'validTo' lies before 'validFrom' (2026-01-01)" },
        { "taxonomy/provisions.yaml", MiniContent.Provisions + "    confidence: fairly\n", "content/taxonomy/provisions.yaml:12: 'confidence' is 'fairly'; write one of checked, toBeConfirmed" },
        { "taxonomy/provisions.yaml", MiniContent.Provisions.Replace("defaults: {lawAsAt: 2026-11-01, ", "defaults: {"), "content/taxonomy/provisions.yaml:1: 'lawAsAt' is missing; write 'lawAsAt: …'" },
        { "taxonomy/groups.yaml", "groups: plans\n", "content/taxonomy/groups.yaml:1: 'groups' must be a list; begin each item with '- ' or write [a, b]" },
        { "deadlines.yaml", MiniContent.Deadlines.Replace("topic: asking", "topic: begging"), "content/deadlines.yaml:4: deadline 'answer' names topic 'begging', which is not in taxonomy/topics" },
        { "deadlines.yaml", MiniContent.Deadlines.Replace("unit: weeks", "unit: fortnights"), "content/deadlines.yaml:9: 'unit' is 'fortnights'; write one of weeks, days, months, workingDays, schoolDays" },
        { "deadlines.yaml", MiniContent.Deadlines.Replace("period: 6", "period: six"), "content/deadlines.yaml:9: 'period' is 'six', which is not a whole number from 1 to 999" },
        { "deadlines.yaml", MiniContent.Deadlines.Replace("    counting: {period: 6, unit: weeks}\n", ""), "content/deadlines.yaml:3: 'counting' is missing; write 'counting: {period: 6, unit: weeks}', '{before: 15 February}' or '{notComputed: why}'" },
        { "taxonomy/lay-wording.yaml", "layWording:\n  - {topics: [nope], say: [x]}\n", "content/taxonomy/lay-wording.yaml:2: a phrase names topic 'nope', which is not in taxonomy/topics" },
        { "taxonomy/lay-wording.yaml", "layWording:\n  - {topics: [asking], say: [x], weight: 2}\n", "content/taxonomy/lay-wording.yaml:2: 'weight' is '2'; write a number above 0 and at most 1, for example 0.7" },
        { "taxonomy/asked/sen-basics.yaml", "asked:\n  - {topic: nope, ask: [x]}\n", "content/taxonomy/asked/sen-basics.yaml:2: a question names topic 'nope', which is not in taxonomy/topics" },
        { "bank-holidays.yaml", "bankHolidays:\n  - {date: 25 December, name: Christmas Day}\n", "content/bank-holidays.yaml:2: 'date' is '25 December', which is not a date; write it as 2026-11-21" },
        { "articles/first-steps.md", "# First steps\n", "content/articles/first-steps.md:1: an article begins with a line '---', its fields (title, slug, …) and another line '---'" },
        { "articles/first-steps.md", MiniContent.Article().Replace("topics: [asking]", "topics: [begging]"), "content/articles/first-steps.md:5: article 'first-steps' names topic 'begging', which is not in taxonomy/topics" },
        { "articles/first-steps.md", MiniContent.Article().Replace("reviewBy: 2027-05-01", "reviewBy: 2026-10-01"), "content/articles/first-steps.md:9: 'reviewBy' must be later than 'reviewed' (2026-11-01)" },
        { "articles/first-steps.md", MiniContent.Article(slug: "other"), "content/articles/first-steps.md:3: the slug 'other' differs from the file's name; write 'slug: first-steps' or rename the file" },
        { "articles/first-steps.md", MiniContent.Article(extra: "related: [nowhere]\n"), "content/articles/first-steps.md:13: article 'first-steps' names article 'nowhere', which is not in content/articles" },
        { "articles/first-steps.md", MiniContent.Article(extra: "stages: [nowhere]\n"), "content/articles/first-steps.md:13: article 'first-steps' names stage 'nowhere', which is not in stages.yaml" },
        { "articles/first-steps.md", MiniContent.Article(extra: "validFrom: 2026-01-01\nvalidTo: 2025-01-01\n"), "content/articles/first-steps.md:14: 'validTo' lies before 'validFrom' (2026-01-01)" },
        { "articles/first-steps.md", MiniContent.Article(body: "Text\n\n[x](provision:nope)\n"), "content/articles/first-steps.md:16: the link names provision 'nope', which is not in provisions.yaml" },
        { "articles/first-steps.md", MiniContent.Article(body: "[x](javascript:alert)\n"), "content/articles/first-steps.md:14: links of the scheme 'javascript:' are not allowed; write https:, mailto:, tel:, advice:, provision:, deadline:, org: or page:" },
        { "articles/first-steps.md", MiniContent.Article(body: "<javascript:alert>\n"), "content/articles/first-steps.md:14: links of the scheme 'javascript:' are not allowed; write https:, mailto:, tel:, advice:, provision:, deadline:, org: or page:" },
        { "articles/first-steps.md", MiniContent.Article(body: "[x][y]\n\n[y]: /somewhere\n"), "content/articles/first-steps.md:14: the link '/somewhere' has no scheme; write https://…, advice:slug, provision:id, deadline:id or org:id" },
        { "articles/first-steps.md", MiniContent.Article(body: "![x](https://example.test/x.png)\n"), "content/articles/first-steps.md:14: pictures are not allowed in articles; say it in words" },
        { "articles/first-steps.md", MiniContent.Article(body: "# Title\n"), "content/articles/first-steps.md:14: the title is the only heading of level 1; write '## ' here" },
        { "articles/first-steps.md", MiniContent.Article(body: "\n"), "content/articles/first-steps.md:14: the article has no body" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Load_Mistake_SaysWhereAndWhatToWrite(string file, string text, string problem)
    {
        using var content = new MiniContent();
        content.Write(file, text);

        var broken = Assert.Throws<ContentException>(() => ContentLoader.Load(content.Path));

        Assert.Contains(problem, broken.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Load_InvalidYaml_NamesTheLineInTheArticle()
    {
        using var content = new MiniContent();
        content.Write("articles/first-steps.md", MiniContent.Article().Replace("title: First steps", "title: \"First steps"));

        var broken = Assert.Throws<ContentException>(() => ContentLoader.Load(content.Path));

        Assert.StartsWith("content/articles/first-steps.md:", broken.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("not valid YAML", broken.Problems[0].Message, StringComparison.Ordinal);
        Assert.InRange(broken.Problems[0].Line, 2, MiniContent.BodyLine);
    }

    [Fact]
    public void Load_MissingFile_NamesIt()
    {
        using var content = new MiniContent();
        content.Delete("taxonomy/stages.yaml");

        var broken = Assert.Throws<ContentException>(() => ContentLoader.Load(content.Path));

        Assert.Equal("content/taxonomy/stages.yaml:1: the file is missing", Assert.Single(broken.Problems).ToString());
    }

    [Fact]
    public void Load_SeveralMistakes_AreAllTold()
    {
        using var content = new MiniContent();
        content.Write("taxonomy/groups.yaml", "groups:\n  - id: plans\n");
        content.Write("articles/first-steps.md", MiniContent.Article(body: "# One\n\n[x](org:nobody)\n"));

        var broken = Assert.Throws<ContentException>(() => ContentLoader.Load(content.Path));

        Assert.Equal(3, broken.Problems.Count);
    }
}
