using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Editing;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Web.Tests.Knowledge;

/// <summary>The editors' pages on a real host: who may do what, and what is served after it.</summary>
public sealed class EditingTests(EditorsHouse house) : IClassFixture<EditorsHouse>
{
    public static TheoryData<string> Pages => new(
        "/manage/knowledge", "/manage/knowledge/articles/annual-reviews", "/manage/knowledge/articles/annual-reviews/compare?from=shipped&to=served",
        "/manage/knowledge/provisions", "/manage/knowledge/recalls", "/manage/knowledge/backlog", "/manage/knowledge/export");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pages_ByRole_AreShownToThoseWhoMayRead(string page)
    {
        foreach (var account in new[] { "editor", "admin", "manager" })
        {
            Assert.Equal(HttpStatusCode.OK, (await OpenAsync(account, page)).StatusCode);
        }

        var refused = await OpenAsync("adviser1", page);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("not-allowed", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ThatChangeWhatIsServed_AreClosedToManagers()
    {
        var manager = await house.StaffAsync("manager");
        foreach (var page in new[] { "/manage/knowledge/new", "/manage/knowledge/articles/annual-reviews/edit", "/manage/knowledge/articles/annual-reviews/use" })
        {
            Assert.Contains("not-allowed", (await OpenAsync("manager", page)).Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await manager.ReadAsync("/manage/knowledge/articles/annual-reviews", Token)).QuerySelectorAll("main form").Length);
        var token = (await manager.ReadAsync("/manage", Token)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        var answer = await manager.PostAsync("/manage/knowledge/articles/annual-reviews?handler=Wrong", new FormUrlEncodedContent([new("_token", token), new("Why", "no")]), Token);
        Assert.Contains("not-allowed", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.False(await house.DoAsync<PublishingQueries, bool>(q => q.IsWrongAsync("articles/annual-reviews.md", default)));
    }

    [Theory]
    [InlineData("/manage/knowledge/articles/no-such-article")]
    [InlineData("/manage/knowledge/articles/..%2f..%2fappsettings")]
    [InlineData("/manage/knowledge/taxonomy/provisions")]
    [InlineData("/manage/knowledge/recalls/00000000-0000-0000-0000-000000000000")]
    public async Task Pages_OfWhatDoesNotExist_AreNotFound(string page) =>
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync("editor", page)).StatusCode);

    [Fact]
    public async Task Draft_ToPublishedAndBack_IsServedWithinTwoSeconds()
    {
        const string Address = "/manage/knowledge/articles/legal-aid";
        var (editor, admin) = (await house.StaffAsync("editor"), await house.StaffAsync("admin"));
        var shipped = house.Service<IContentCheck>().Shipped("articles/legal-aid.md")!;
        Assert.EndsWith("/edit", (await EditorsHouse.SendAsync(editor, Address, "?handler=Start")).Headers.Location!.ToString(), StringComparison.Ordinal);

        // Wrong: the line is named, the draft is kept, and it cannot be submitted.
        var broken = shipped + "\nSee [this](provision:no-such-thing).\n";
        var line = broken.Split('\n').Index().Single(l => l.Item.Contains("no-such-thing", StringComparison.Ordinal)).Index + 1;
        var page = await HelplineFactory.ReadAsync(await EditorsHouse.SaveAsync(editor, $"{Address}/edit", broken, "test", $"{Address}/edit?handler=Submit"), Token);
        Assert.Contains($"Line {line}", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no-such-thing", page.QuerySelector($"#issues [data-line='{line}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no-such-thing", (await editor.ReadAsync($"{Address}/edit", Token)).QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);

        // Right: previews, submitted, refused to its writer, approved by another.
        var right = shipped.Replace("## Who can help", "The word quokkas makes this findable.\n\n## Who can help", StringComparison.Ordinal);
        page = await HelplineFactory.ReadAsync(await EditorsHouse.SaveAsync(editor, $"{Address}/edit", right, "test"), Token);
        Assert.Equal(2, page.QuerySelectorAll("[data-preview]").Length);
        Assert.Contains("quokkas", page.QuerySelector("#against")!.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await EditorsHouse.SaveAsync(editor, $"{Address}/edit", right, "a findable word", $"{Address}/edit?handler=Submit")).StatusCode);
        page = await HelplineFactory.ReadAsync(await EditorsHouse.SendAsync(editor, Address, "?handler=Approve"), Token);
        Assert.Contains("somebody else has to approve it", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await EditorsHouse.SendAsync(admin, Address, "?handler=Approve")).StatusCode);
        Assert.DoesNotContain("/advice/legal-aid", await FindAsync("quokkas"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await EditorsHouse.SendAsync(admin, Address, "?handler=Publish")).StatusCode);
        await WithinAsync(async () => (await FindAsync("quokkas")).Contains("/advice/legal-aid", StringComparison.Ordinal));
        Assert.Equal(right, await ZipAsync(editor, "content/articles/legal-aid.md"));

        // A second version, and back to the first.
        await EditorsHouse.SendAsync(editor, Address, "?handler=Start");
        await EditorsHouse.SaveAsync(editor, $"{Address}/edit", shipped.Replace("## Who can help", "The word numbats instead.\n\n## Who can help", StringComparison.Ordinal), "another", $"{Address}/edit?handler=Submit");
        await EditorsHouse.SendAsync(admin, Address, "?handler=Approve");
        await EditorsHouse.SendAsync(admin, Address, "?handler=Publish");
        await WithinAsync(async () => (await FindAsync("numbats")).Contains("/advice/legal-aid", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await EditorsHouse.SendAsync(editor, Address, "?handler=RollBack")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await EditorsHouse.SendAsync(editor, Address, "?handler=RollBack", ("Why", "the first was better"))).StatusCode);
        await WithinAsync(async () => (await FindAsync("quokkas")).Contains("/advice/legal-aid", StringComparison.Ordinal));
        Assert.Contains("Roll", (await editor.ReadAsync(Address, Token)).QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhenAnotherSavedFirst_ShowsWhatTheyChangedAndLosesNothing()
    {
        const string Address = "/manage/knowledge/articles/judicial-review";
        var (editor, admin) = (await house.StaffAsync("editor"), await house.StaffAsync("admin"));
        await EditorsHouse.SendAsync(editor, Address, "?handler=Start");
        var first = (await editor.ReadAsync($"{Address}/edit", Token)).QuerySelector<IHtmlFormElement>("#edit")!;
        var second = (await admin.ReadAsync($"{Address}/edit", Token)).QuerySelector<IHtmlFormElement>("#edit")!;
        var text = first.QuerySelector("#Body")!.TextContent;

        await EditorsHouse.PostAsync(editor, first, $"{Address}/edit", ("Body", text + "First editor's line.\n"), ("Note", "n"));
        var page = await HelplineFactory.ReadAsync(
            await EditorsHouse.PostAsync(admin, second, $"{Address}/edit", ("Body", text + "Second editor's line.\n"), ("Note", "n")), Token);

        Assert.Contains("What Eve Editor changed", page.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("First editor's line.", page.QuerySelector("section[aria-labelledby=theirs] .app-diff__added")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Second editor's line.", page.QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("First editor's line.", await house.ReadAsync(db => db.ContentVersions.Where(v => v.Path == "articles/judicial-review.md").Select(v => v.Text).SingleAsync()), StringComparison.Ordinal);
        var both = page.QuerySelector<IHtmlFormElement>("#edit")!;
        page = await HelplineFactory.ReadAsync(
            await EditorsHouse.PostAsync(admin, both, $"{Address}/edit", ("Body", text + "First editor's line.\nSecond editor's line.\n"), ("Note", "n")), Token);
        Assert.Contains("Saved.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renew_MarkedAsReviewed_ServesNewDatesAndTheSameWords()
    {
        const string Address = "/manage/knowledge/articles/managed-moves-and-off-site-direction";
        var editor = await house.StaffAsync("editor");
        var shipped = house.Service<IContentCheck>().Shipped("articles/managed-moves-and-off-site-direction.md")!;
        Assert.Equal(HttpStatusCode.OK, (await EditorsHouse.SendAsync(editor, Address, "?handler=Renew", Date("ReviewBy", "1", "1", "2020"))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await EditorsHouse.SendAsync(editor, Address, "?handler=Renew", Date("ReviewBy", "30", "11", "2027"))).StatusCode);

        var known = house.Service<IKnowledgeBase>();
        await WithinAsync(() => Task.FromResult(known.Current.Articles.Find("managed-moves-and-off-site-direction")!.ReviewBy == new DateOnly(2027, 11, 30)));
        var served = house.Service<IContentCheck>().Served("articles/managed-moves-and-off-site-direction.md")!;
        Assert.Equal(2, shipped.Split('\n').Zip(served.Split('\n')).Count(p => p.First != p.Second));
    }

    [Fact]
    public async Task Wrong_MarkedByAnEditor_WarnsParentsUntilItIsCleared()
    {
        const string Address = "/manage/knowledge/articles/plans-from-19-to-25";
        var (editor, visitor) = (await house.StaffAsync("editor"), house.Factory.Visitor());
        Assert.Equal(HttpStatusCode.OK, (await EditorsHouse.SendAsync(editor, Address, "?handler=Wrong", ("Why", " "))).StatusCode);
        Assert.Null((await visitor.ReadAsync("/advice/plans-from-19-to-25", Token)).QuerySelector("#wrong"));

        // The editor's own page says so at once, whatever is served yet.
        await EditorsHouse.SendAsync(editor, Address, "?handler=Wrong", ("Why", "the age is wrong"));
        Assert.NotNull((await editor.ReadAsync(Address, Token)).QuerySelector("[data-standing=Red]"));

        await WithinAsync(async () => (await visitor.ReadAsync("/advice/plans-from-19-to-25", Token)).QuerySelector("#wrong") is not null);
        await EditorsHouse.SendAsync(editor, Address, "?handler=Clear", ("Why", "it was right"));
        Assert.Null((await editor.ReadAsync(Address, Token)).QuerySelector("[data-standing=Red]"));
        await WithinAsync(async () => (await visitor.ReadAsync("/advice/plans-from-19-to-25", Token)).QuerySelector("#wrong") is null);
    }

    [Fact]
    public async Task Provision_RecordedAsChanged_TurnsWhatCitesItAmberUntilItIsReadAgain()
    {
        var editor = await house.StaffAsync("editor");
        var known = house.Service<IKnowledgeBase>().Current;
        var provision = known.Provisions.First(p => known.Articles.Count(a => a.CitedProvisions.Contains(p.Id)) is > 0 and < 4);
        var cited = known.Articles.First(a => a.CitedProvisions.Contains(provision.Id));
        var bad = await EditorsHouse.SendAsync(editor, "/manage/knowledge/provisions", "/provisions", [("Provision", "no-such"), ("What", ""), .. Date("ChangedOn", "31", "2", "2026")]);
        Assert.Equal(2, (await HelplineFactory.ReadAsync(bad, Token)).QuerySelectorAll(".govuk-error-summary li").Length);

        await EditorsHouse.SendAsync(editor, "/manage/knowledge/provisions", "/provisions", [("Provision", provision.Id), .. Date("ChangedOn", "1", "12", "2026"), ("What", "the period is longer")]);

        await WithinAsync(async () => (await editor.ReadAsync($"/manage/knowledge/articles/{cited.Slug}", Token)).QuerySelector("[data-standing=Amber]") is not null);
        Assert.Contains("the period is longer", (await editor.ReadAsync($"/manage/knowledge/articles/{cited.Slug}", Token)).QuerySelector("#reasons")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(cited.Title, (await editor.ReadAsync("/manage/knowledge?standing=amber", Token)).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        await EditorsHouse.SendAsync(editor, $"/manage/knowledge/articles/{cited.Slug}", "?handler=Renew", Date("ReviewBy", "30", "11", "2027"));

        await WithinAsync(async () => (await editor.ReadAsync($"/manage/knowledge/articles/{cited.Slug}", Token)).QuerySelector("[data-standing=Green]") is not null);
        Assert.NotNull((await editor.ReadAsync("/manage/knowledge/provisions", Token)).QuerySelector($"[data-change='{provision.Id}'] .govuk-tag--green"));
    }

    [Fact]
    public async Task Overlay_BrokenInTheDatabase_IsNotServedAndSaidToEditors()
    {
        var editor = await house.StaffAsync("editor");
        var user = await house.UserAsync("editor");
        var check = house.Service<IContentCheck>();
        var text = check.Shipped("articles/personal-budgets-and-direct-payments.md")! + "\n[wrong](provision:nowhere)\n";
        Assert.Equal(EditOutcome.Done, await house.DoAsync<PublishingService, EditOutcome>(s => s.RenewAsync(
            new ContentText { Path = "articles/personal-budgets-and-direct-payments.md", Text = text, Hash = check.Hash(text) }, new EditContext(user, "by force"), default)));

        await WithinAsync(async () => (await editor.ReadAsync("/manage/knowledge/articles/personal-budgets-and-direct-payments", Token))
            .QuerySelector("#reasons")?.TextContent.Contains("nowhere", StringComparison.Ordinal) == true);
        Assert.Equal(HttpStatusCode.OK, (await house.Factory.Visitor().OpenAsync("/advice/personal-budgets-and-direct-payments", Token)).StatusCode);
    }

    [Fact]
    public async Task New_Text_IsBegunWithEveryFieldAndFoundOnceItIsPublished()
    {
        var (editor, admin) = (await house.StaffAsync("editor"), await house.StaffAsync("admin"));
        var topic = house.Service<IKnowledgeBase>().Current.Topics[0].Id;
        var refused = await HelplineFactory.ReadAsync(
            await EditorsHouse.SendAsync(editor, "/manage/knowledge/new", "", ("Kind", "articles"), ("Name", "legal-aid"), ("Title", ""), ("Topic", "x")), Token);
        Assert.Equal(3, refused.QuerySelectorAll(".govuk-error-summary li").Length);

        var begun = await EditorsHouse.SendAsync(editor, "/manage/knowledge/new", "", ("Kind", "articles"), ("Name", "on-wombats"), ("Title", "On: \"wombats\""), ("Topic", topic));

        Assert.Equal("/manage/knowledge/articles/on-wombats/edit", begun.Headers.Location!.ToString());
        var text = (await editor.ReadAsync(begun.Headers.Location.ToString(), Token)).QuerySelector("#Body")!.TextContent;
        Assert.Contains("title: \"On: \\\"wombats\\\"\"", text, StringComparison.Ordinal);
        text = text.Replace("summary: \"\"", "summary: All about them.", StringComparison.Ordinal).Replace("sources: []", "sources: [Our own]", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await EditorsHouse.SaveAsync(editor, begun.Headers.Location.ToString(), text, "new", $"{begun.Headers.Location}?handler=Submit")).StatusCode);
        await EditorsHouse.SendAsync(admin, "/manage/knowledge/articles/on-wombats", "?handler=Approve");
        await EditorsHouse.SendAsync(admin, "/manage/knowledge/articles/on-wombats", "?handler=Publish");
        await WithinAsync(async () => (await FindAsync("wombats")).Contains("/advice/on-wombats", StringComparison.Ordinal));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (string, string)[] Date(string name, string day, string month, string year) => [($"{name}.Day", day), ($"{name}.Month", month), ($"{name}.Year", year)];

    private Task WithinAsync(Func<Task<bool>> happened) => PromisedTime.WithinAsync(house.Service<IContentCheck>(), happened, Token);

    private static async Task<string> ZipAsync(HttpClient client, string name)
    {
        await using var zip = new ZipArchive(await (await client.OpenAsync("/manage/knowledge/export", Token)).Content.ReadAsStreamAsync(Token));
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Token), Encoding.UTF8);
        return await reader.ReadToEndAsync(Token);
    }

    private async Task<HttpResponseMessage> OpenAsync(string account, string page) => await (await house.StaffAsync(account)).OpenAsync(page, Token);

    private async Task<string> FindAsync(string query) =>
        await (await house.Factory.Visitor().OpenAsync($"/search?q={query}", Token)).Content.ReadAsStringAsync(Token);
}
