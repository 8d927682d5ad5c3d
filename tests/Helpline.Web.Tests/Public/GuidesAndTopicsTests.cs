using System.Net;
using Helpline.Knowledge;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Public;

/// <summary>The pages of topics, groups and guides.</summary>
public sealed class GuidesAndTopicsTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor = factory.Visitor();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private KnowledgeSnapshot Known => factory.Services.GetRequiredService<IKnowledgeBase>().Current;

    [Fact]
    public async Task Topic_EachOfAll_HasItsArticlesLimitsLettersAndPlaceAmongOthers()
    {
        Assert.Equal(70, Known.Topics.Count);
        foreach (var topic in Known.Topics)
        {
            var page = await visitor.ReadAsync($"/topics/{topic.Id}", Stop);
            var links = page.QuerySelectorAll("main a, .govuk-breadcrumbs a").Select(a => a.GetAttribute("href")).ToHashSet(StringComparer.Ordinal);

            Assert.Equal(topic.Label, page.QuerySelector("h1")?.TextContent);
            Assert.Contains($"/topics/{topic.Group}", links);
            Assert.All(Known.ArticlesOn(topic.Id).Where(a => a.IsPublic), a => Assert.Contains($"/advice/{a.Slug}", links));
            Assert.All(topic.Deadlines, d => Assert.Contains($"/deadlines/{d}", links));
            Assert.All(Known.LettersOn([topic.Id]), l => Assert.Contains($"/letters/{l.Id}", links));
            Assert.All(Known.GuidesOn([topic.Id]), g => Assert.Contains($"/guides/{g.Slug}", links));
            Assert.DoesNotContain("speical", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Group_EachOfAll_ListsItsTopics()
    {
        foreach (var group in Known.TopicGroups)
        {
            var page = await visitor.ReadAsync($"/topics/{group.Id}", Stop);

            Assert.Equal(group.Label, page.QuerySelector("h1")?.TextContent);
            Assert.All(Known.TopicsIn(group.Id), t => Assert.NotNull(page.QuerySelector($"main a[href='/topics/{t.Id}']")));
        }
    }

    [Fact]
    public async Task Guide_EachOfAll_ShowsEveryStepWithItsLimitsPrintedFromTheData()
    {
        foreach (var guide in Known.Guides)
        {
            var page = await visitor.ReadAsync($"/guides/{guide.Slug}", Stop);
            var steps = page.QuerySelectorAll(".app-steps > li").ToList();

            Assert.Equal(guide.Steps.Count, steps.Count);
            foreach (var (step, shown) in guide.Steps.Zip(steps))
            {
                Assert.Contains(step.Title, shown.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
                Assert.All(step.Deadlines, d => Assert.Contains(Known.Deadlines.Find(d)!.Title, shown.TextContent, StringComparison.Ordinal));
                Assert.All(step.Letters, l => Assert.NotNull(shown.QuerySelector($"a[href='/letters/{l}']")));
                Assert.Equal(step.Checks.Count, shown.QuerySelectorAll(".app-checks li").Length);
            }

            Assert.Empty(page.QuerySelectorAll("main script, main details:not([open])"));
        }
    }

    [Theory]
    [InlineData("/topics/no-such-topic")]
    [InlineData("/guides/no-such-guide")]
    [InlineData("/updates/no-such-update")]
    [InlineData("/letter-check/no-such-letter")]
    public async Task Get_UnknownId_Is404(string path)
    {
        using var response = await visitor.OpenAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Home_Parent_FindsSearchFirstThenSituationsThenTheClockAndTheLetters()
    {
        var page = await visitor.ReadAsync("/", Stop);
        var order = page.QuerySelectorAll("main input[type=search], main #situations, main form[action='/deadlines/clock'], main a[href='/letters'], main a[href='/guides'], main a[href='/updates']")
            .Select(e => e.Id is { Length: > 0 } id ? id : e.GetAttribute("action") ?? e.GetAttribute("href"));

        Assert.Equal(["q", "situations", "/deadlines/clock", "/letters", "/guides", "/updates"], order);
        Assert.Equal(Known.Situations.Select(s => s.Words), page.QuerySelectorAll(".app-situations a").Select(a => a.TextContent));
        Assert.Empty(page.QuerySelectorAll(".app-helpful"));
    }
}
