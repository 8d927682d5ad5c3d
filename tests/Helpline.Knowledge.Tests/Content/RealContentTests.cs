using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Tests.Content;

/// <summary>What must hold of the content we publish. That ids resolve is a condition of loading it at all.</summary>
public sealed class RealContentTests(RealContent content) : IClassFixture<RealContent>
{
    private KnowledgeSnapshot Snapshot => content.Knowledge.Base.Current;

    [Fact]
    public void Articles_All_NameTopicsProvisionsSourcesAndAReviewDate()
    {
        Assert.All(Snapshot.Articles, a =>
        {
            Assert.NotEmpty(a.Topics);
            Assert.NotEmpty(a.Provisions);
            Assert.NotEmpty(a.Sources);
            Assert.NotEmpty(a.ParentHeadings);
            Assert.True(a.ReviewBy > a.Reviewed, a.Slug);
            Assert.True(a.LawAsAt <= a.Reviewed, a.Slug);
        });
    }

    /// <summary>Articles not yet rewritten. Take one off as it is; when none is left, the switch 'form' goes.</summary>
    [Fact]
    public void Articles_OfTheFirstForm_BecomeFewer()
    {
        var first = Snapshot.Articles.Where(a => a.Form == 1).Select(a => a.Slug).Order(StringComparer.Ordinal).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{first.Count} articles of {Snapshot.Articles.Count} are of the first form: {string.Join(", ", first)}");

        Assert.True(first.Count <= 71, string.Join(", ", first));
    }

    [Fact]
    public void Articles_OfTheSecondForm_HaveTheirSections()
    {
        Assert.All(Snapshot.Articles.Where(a => a is { Form: 2, Audience: Audience.Both }), a =>
        {
            string[] sections = ["What to do next", "What the law says", "Watch out for", "Who can help"];
            Assert.All(sections, s => Assert.Contains(a.ParentHeadings, h => h.Level == 2 && h.Text == s));
            Assert.Contains(a.AdviserHeadings, h => h.Level == 2 && h.Text == "For advisers");
            Assert.DoesNotContain("govuk-tag", a.ParentHtml, StringComparison.Ordinal);
            Assert.True(a.Questions.Count >= 5, a.Slug);
        });
        Assert.Equal(2, Snapshot.Articles.Find("refused-an-assessment")!.Form);
    }

    [Fact]
    public void Articles_OfTheFirstTwoForms_NeverShowParentsWhatIsForAdvisers()
    {
        var article = Snapshot.Articles.Find("refused-an-assessment")!;

        Assert.Contains("Cambridgeshire CC v FL-J", article.AdviserHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("FL-J", article.ParentHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("diagnosis", article.ParentHtml, StringComparison.Ordinal);
        Assert.Contains("2 months", article.ParentHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Articles_All_CoverEveryGroup()
    {
        Assert.Equal(14, Snapshot.TopicGroups.Count);
        Assert.True(Snapshot.Articles.Count >= 30, $"only {Snapshot.Articles.Count} articles");
        Assert.All(Snapshot.TopicGroups, g => Assert.Contains(Snapshot.Articles, a => a.IsPublic && Snapshot.Topics.Find(a.Topics[0])!.Group == g.Id));
    }

    [Fact]
    public void Articles_All_HaveAliasesAndQuestions()
    {
        Assert.All(Snapshot.Articles, a => Assert.True(a.Aliases.Count > 0 && a.Questions.Count > 0, a.Slug));
    }

    [Fact]
    public void Taxonomy_AsAWhole_HasWhatOtherPartsRelyOn()
    {
        Assert.Equal(70, Snapshot.Topics.Count);
        Assert.All(Snapshot.TopicGroups, g => Assert.NotEmpty(Snapshot.TopicsIn(g.Id)));
        Assert.True(Snapshot.EnquirerRoles.Contains("parent"));
        Assert.True(Snapshot.Outcomes.Contains("advice-given"));
        Assert.Equal(Enumerable.Range(1, Snapshot.Stages.Count), Snapshot.Stages.Select(s => s.Order));
    }

    [Fact]
    public void ReferralDestinations_Phones_AreOnlyTheVerifiedOnes()
    {
        Assert.Equal(
            ["childline", "emergency", "family-rights-group", "nspcc"],
            Snapshot.ReferralDestinations.Where(d => d.Phone is not null).Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Deadlines_NotFullyChecked_SaySo()
    {
        Assert.All(
            Snapshot.Deadlines.Where(d => d.Confidence == Knowledge.Deadlines.DeadlineConfidence.PartlyChecked),
            d => Assert.False(string.IsNullOrEmpty(d.ConfidenceNote), d.Id));
        Assert.DoesNotContain(Snapshot.Deadlines, d => $"{d.HowCounted}{d.Authority}{d.Trigger}{string.Concat(d.Exceptions)}".Contains("[K", StringComparison.Ordinal));
    }

    [Fact]
    public void BankHolidays_EveryYear_HasEightWeekdays()
    {
        Assert.All(Snapshot.BankHolidays.GroupBy(h => h.Key.Year), year => Assert.Equal(8, year.Count()));
        Assert.All(Snapshot.BankHolidays.Keys, d => Assert.False(d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{d}"));
        Assert.Equal([2025, 2026, 2027, 2028], Snapshot.BankHolidays.Keys.Select(d => d.Year).Distinct());
    }
}
