using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Core.Backlog;
using Helpline.Core.Publishing;
using Helpline.Core.Updates;
using Helpline.Knowledge;
using Helpline.Knowledge.Editing;
using Helpline.Testing;
using Helpline.Web.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Knowledge;

/// <summary>News that advisers acknowledge, and searches that fail.</summary>
public sealed class UpdatesAndBacklogTests(EditorsHouse house) : IClassFixture<EditorsHouse>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Update_Published_IsShownAtTheConsoleUntilItIsAcknowledged()
    {
        var adviser = await house.StaffAsync("adviser1");
        var known = house.Service<IKnowledgeBase>();
        var topic = known.Current.Topics[0];
        var text = $"---\nid: tests-case\ntitle: A case for tests\npublished: 2026-11-25\nkind: case\ntopics: [{topic.Id}]\nprovisions: []\nmustRead: true\nsources: [Our own]\n---\n"
            + $"The council must answer sooner ([the Act](provision:{known.Current.Provisions[0].Id})).\n";
        await PublishAsync("updates/2026-11-25-tests-case.md", text);
        await UntilAsync(() => Task.FromResult(known.Current.Updates.Contains("tests-case")));
        await UntilAsync(async () => await house.ReadAsync(db => db.UpdateArrivals.AnyAsync(a => a.UpdateId == "tests-case")));

        Assert.Contains("A case for tests", (await adviser.ReadAsync("/console", Token)).QuerySelector("#unread")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([topic.Group], house.Service<IMustReads>().Current.Single(u => u.Id == "tests-case").SkillIds);
        var page = await adviser.ReadAsync("/console/updates", Token);
        Assert.Contains("must answer sooner", page.QuerySelector("[data-update='tests-case']")!.TextContent, StringComparison.Ordinal);
        var form = page.QuerySelector<IHtmlFormElement>("[data-update='tests-case'] form")!;
        Assert.Equal(HttpStatusCode.Redirect, (await EditorsHouse.PostAsync(adviser, form, "/console/updates")).StatusCode);

        Assert.Null((await adviser.ReadAsync("/console/updates", Token)).QuerySelector("[data-update='tests-case']"));
        Assert.DoesNotContain("A case for tests", (await adviser.ReadAsync("/console", Token)).QuerySelector("#unread")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_IsCountedWithoutWhatNamesAnybody()
    {
        var (visitor, watch) = (house.Factory.Visitor(), house.Service<SearchWatch>());
        await visitor.OpenAsync("/search?q=Rowan+Testperson+07700900123+xyzzyq", Token);
        await watch.CountAsync(Token);

        var stored = await house.ReadAsync(db => db.SearchMisses.AsNoTracking().ToListAsync());

        var miss = Assert.Single(stored, m => m.Kind == SearchMissKind.NoResult);
        Assert.True(miss.UnknownWords >= 3);
        Assert.DoesNotContain(stored, m => m.Terms.Contains("testperson", StringComparison.Ordinal) || m.Terms.Contains("0770", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_ResultOpened_IsNotCountedAndOneLeftAloneIs()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero));
        await using var factory = new HelplineFactory().At(clock);
        var visitor = factory.Visitor();
        var page = await visitor.ReadAsync("/search?q=mediation", Token);
        await visitor.OpenAsync(page.QuerySelector(".app-results a")!.GetAttribute("href")!, Token);
        await visitor.OpenAsync("/search?q=transport+to+school", Token);
        clock.Advance(TimeSpan.FromMinutes(11));

        await factory.Services.GetService<SearchWatch>()!.CountAsync(Token);

        await using var scope = factory.Services.CreateAsyncScope();
        var items = await scope.ServiceProvider.GetRequiredService<SearchBacklog>().ReadAsync(1, 10, Token);
        Assert.Equal(("school transport", 0, 1), (Assert.Single(items).Terms, items[0].NoResult, items[0].Abandoned));
    }

    [Fact]
    public async Task Publish_OnAnotherNode_IsFoundHereWithinTwoSecondsWithoutANotice()
    {
        // Each host has a bus of its own in memory, so the notice never arrives: the row is all there is.
        using var database = new Helpline.Testing.Centre.CentreDatabase();
        await using var one = Node(database);
        await using var two = Node(database);
        var (publisher, reader) = (one.Visitor(), two.Visitor());
        await publisher.OpenAsync("/health/live", Token);
        await reader.OpenAsync("/health/live", Token);
        var check = one.Services.GetRequiredService<IContentCheck>();
        var text = check.Shipped("articles/legal-aid.md")!.Replace("## Who can help", "The word bilbies makes this findable.\n\n## Who can help", StringComparison.Ordinal);
        await using (var scope = one.Services.CreateAsyncScope())
        {
            var user = await scope.ServiceProvider.GetRequiredService<Helpline.Core.Data.HelplineDbContext>().Users.Select(u => u.Id).FirstAsync(Token);
            Assert.Equal(EditOutcome.Done, await scope.ServiceProvider.GetRequiredService<PublishingService>().RenewAsync(
                new ContentText { Path = "articles/legal-aid.md", Text = text, Hash = check.Hash(text) }, new EditContext(user, "test"), Token));
        }

        await UntilAsync(async () => (await (await reader.OpenAsync("/search?q=bilbies", Token)).Content.ReadAsStringAsync(Token)).Contains("/advice/legal-aid", StringComparison.Ordinal));
    }

    private static HelplineFactory Node(Helpline.Testing.Centre.CentreDatabase database) => new HelplineFactory()
        .With("ConnectionStrings:Helpline", database.ConnectionString)
        .With("ConnectionStrings:Analytics", $"Data Source={Path.Combine(database.Folder, "analytics.db")}");

    private Task UntilAsync(Func<Task<bool>> happened) => PromisedTime.WithinAsync(house.Service<IContentCheck>(), happened, Token);

    private async Task PublishAsync(string path, string text)
    {
        var user = await house.UserAsync("editor");
        var check = house.Service<IContentCheck>();
        Assert.Empty(check.Check(path, text).Issues);
        Assert.Equal(EditOutcome.Done, await house.DoAsync<PublishingService, EditOutcome>(s => s.RenewAsync(
            new ContentText { Path = path, Text = text, Hash = check.Hash(text) }, new EditContext(user, "test"), default)));
    }
}
