using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;

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

    [Fact]
    public void Topics_All_HaveAPublicArticleOfTheirOwn()
    {
        Assert.Equal(70, Snapshot.Topics.Count);
        Assert.Empty(Snapshot.Topics.Select(t => t.Id).Except(Snapshot.Articles.Where(a => a.IsPublic).Select(a => a.Topics[0])));
    }

    [Fact]
    public void Articles_ForBothReaders_HaveTheirSections()
    {
        Assert.All(Snapshot.Articles.Where(a => a.Audience == Audience.Both), a =>
        {
            string[] sections = ["What to do next", "What the law says", "Watch out for", "Who can help"];
            Assert.All(sections, s => Assert.Contains(a.ParentHeadings, h => h.Level == 2 && h.Text == s));
            Assert.Contains(a.AdviserHeadings, h => h.Level == 2 && h.Text == "For advisers");
            Assert.DoesNotContain("govuk-tag", a.ParentHtml, StringComparison.Ordinal);
            Assert.True(a.Questions.Count >= 5, a.Slug);
        });
    }

    [Fact]
    public void Articles_ForBothReaders_NeverShowParentsWhatIsForAdvisers()
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
            Snapshot.Deadlines.Where(d => d.Confidence == DeadlineConfidence.PartlyChecked),
            d => Assert.False(string.IsNullOrEmpty(d.ConfidenceNote), d.Id));
        Assert.DoesNotContain(Snapshot.Deadlines, d => $"{d.HowCounted}{d.Authority}{d.Trigger}{string.Concat(d.Exceptions)}".Contains("[K", StringComparison.Ordinal));
    }

    [Fact]
    public void BankHolidays_EveryYear_AreThoseOfTheRules()
    {
        Assert.Equal(Enumerable.Range(2024, 7).SelectMany(EnglandBankHolidays.Of), Snapshot.BankHolidays.Select(h => (h.Key, h.Value)));
        Assert.All(Snapshot.BankHolidays.Keys, d => Assert.False(d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{d}"));
        Assert.InRange(Snapshot.BankHolidaysConfirmedTo, 2026, 2030);
    }

    [Fact]
    public void Deadlines_All_BelongToAnEventAndEveryEventStartsOne()
    {
        Assert.All(Snapshot.Deadlines, d => Assert.NotEmpty(d.EventIds));
        Assert.All(Snapshot.ClockEvents, e => Assert.Contains(
            Snapshot.Deadlines, d => d.EventIds.Contains(e.Id, StringComparer.Ordinal) || d.Second?.EventId == e.Id));
    }
}
