using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Publishing;

/// <summary>From a draft to what is served, with two editors and two nodes.</summary>
public sealed class PublishingTests
{
    [Fact]
    public async Task Approve_ByWhoeverWroteInIt_IsRefused()
    {
        await using var desk = await EditingDesk.OpenAsync();
        var (id, version) = await desk.DraftAsync("one");
        var third = Guid.NewGuid();
        Assert.Equal(EditOutcome.Done, (await desk.SaveAsync(id, version, "two", third)).Outcome);
        Assert.Equal(EditOutcome.Done, (await desk.SaveAsync(id, (await desk.StoredAsync(id)).Version, "three", desk.Writer)).Outcome);
        Assert.Equal(EditOutcome.NotNow, await desk.ApproveAsync(id, desk.Second));
        await desk.SubmitAsync(id);

        Assert.Equal(EditOutcome.OwnWork, await desk.ApproveAsync(id, desk.Writer));
        Assert.Equal(EditOutcome.OwnWork, await desk.ApproveAsync(id, third));
        Assert.Equal(EditOutcome.Done, await desk.ApproveAsync(id, desk.Second));
        Assert.Equal(desk.Second, (await desk.StoredAsync(id)).ReviewerId);
    }

    [Fact]
    public async Task Save_OnAnOlderVersion_ChangesNothingAndSaysWhichIsStored()
    {
        await using var desk = await EditingDesk.OpenAsync();
        var (id, version) = await desk.DraftAsync("one");
        await desk.SaveAsync(id, version, "by the first", desk.Writer);

        var late = await desk.SaveAsync(id, version, "by the second", desk.Second);

        Assert.Equal(EditOutcome.Conflict, late.Outcome);
        Assert.Equal("by the first", (await desk.StoredAsync(id)).Text);
        Assert.Equal(EditOutcome.Done, (await desk.SaveAsync(id, late.Version, "by both", desk.Second)).Outcome);
    }

    [Fact]
    public async Task Start_WhileAnotherIsOpen_GivesTheOpenOne()
    {
        await using var desk = await EditingDesk.OpenAsync();
        var (id, _) = await desk.DraftAsync("one");

        var again = await desk.Host.Do<DraftService, EditResult>(s => s.StartAsync(EditingDesk.Content("two"), false, new EditContext(desk.Second), default));

        Assert.Equal((EditOutcome.AnotherOpen, id), (again.Outcome, again.VersionId!.Value));
    }

    [Fact]
    public async Task Publish_AfterAnother_SupersedesItAndMovesTheHead()
    {
        await using var desk = await EditingDesk.OpenAsync();
        Assert.Equal(-1, (await desk.ReadAsync()).Head);
        var first = await desk.ServeAsync("one");
        var before = (await desk.ReadAsync()).Head;

        await desk.ServeAsync("two");

        var content = await desk.ReadAsync();
        Assert.True(content.Head > before);
        Assert.Equal(("two", 2), (Assert.Single(content.Texts).Text, content.Texts[0].Number));
        Assert.Equal(VersionStatus.Superseded, (await desk.StoredAsync(first)).Status);
        Assert.Contains(desk.Host.Consoles.Events, e => e is ContentMoved);
    }

    [Fact]
    public async Task PublishDue_TwoNodesAtOnce_PublishesOnceAndNotBefore()
    {
        await using var desk = await EditingDesk.OpenAsync();
        await using var other = await CentreHost.StartAsync(desk.Database, desk.Host.Time);
        var (id, _) = await desk.DraftAsync("one");
        await desk.SubmitAsync(id);
        await desk.ApproveAsync(id, desk.Second);
        Assert.Equal(EditOutcome.InThePast, await desk.ScheduleAsync(id, desk.Host.Time.UtcNow()));
        Assert.Equal(EditOutcome.Done, await desk.ScheduleAsync(id, desk.Host.Time.UtcNow().AddHours(1)));
        Assert.Equal(0, await desk.Host.Do<PublishingService, int>(s => s.PublishDueAsync(default)));
        desk.Host.Time.Advance(TimeSpan.FromHours(1));

        var done = await Task.WhenAll(new[] { desk.Host, other, desk.Host, other }
            .Select(h => Task.Run(() => h.Do<PublishingService, int>(s => s.PublishDueAsync(default)))));

        Assert.Equal(1, done.Sum());
        Assert.Equal(VersionStatus.Published, (await desk.StoredAsync(id)).Status);
        Assert.Equal(1, await desk.Host.Read(db => db.ContentChanges.CountAsync(c => c.Kind == ContentChangeKind.Published)));
    }

    [Fact]
    public async Task RollBack_ToAnEarlierVersion_PublishesItsTextAnewAndHoldsWhatIsOpen()
    {
        await using var desk = await EditingDesk.OpenAsync();
        await desk.ServeAsync("one");
        await desk.ServeAsync("two");
        var (open, _) = await desk.DraftAsync("three");
        await desk.SubmitAsync(open);
        await desk.ApproveAsync(open, desk.Second);
        Assert.Equal(EditOutcome.NotNow, await desk.RollBackAsync(2));
        Assert.Equal(EditOutcome.NotNow, await desk.RollBackAsync(3));
        Assert.Equal(EditOutcome.NotFound, await desk.RollBackAsync(9));

        Assert.Equal(EditOutcome.Done, await desk.RollBackAsync(1));

        var served = Assert.Single((await desk.ReadAsync()).Texts);
        Assert.Equal(("one", 4), (served.Text, served.Number));
        var held = await desk.StoredAsync(open);
        Assert.Equal(VersionStatus.Draft, held.Status);
        Assert.Equal(PublishingService.BaseChanged, held.ReviewComment);
        Assert.Equal(EditOutcome.BaseMoved, await desk.SubmitAsync(open));
        Assert.Equal(EditOutcome.Done, await desk.Host.Do<DraftService, EditOutcome>(s => s.TakeBaseAsync(open, held.Version, EditingDesk.Shipped, new EditContext(desk.Writer), default)));
        Assert.Equal(EditOutcome.Done, await desk.SubmitAsync(open));
    }

    [Fact]
    public async Task TakeDown_PublishedVersion_LeavesTheShippedFileToServe()
    {
        await using var desk = await EditingDesk.OpenAsync();
        await desk.ServeAsync("one");

        var none = await desk.Host.Do<PublishingService, EditOutcome>(s => s.TakeDownAsync(EditingDesk.Path, new EditContext(desk.Second), default));
        var done = await desk.Host.Do<PublishingService, EditOutcome>(s => s.TakeDownAsync(EditingDesk.Path, new EditContext(desk.Second, "merged"), default));

        Assert.Equal((EditOutcome.WhyMissing, EditOutcome.Done), (none, done));
        Assert.Empty((await desk.ReadAsync()).Texts);
    }

    [Fact]
    public async Task Renew_WhileAVersionIsOpen_IsRefused()
    {
        await using var desk = await EditingDesk.OpenAsync();
        Task<EditOutcome> Renew() => desk.Host.Do<PublishingService, EditOutcome>(s => s.RenewAsync(EditingDesk.Content("one, new dates"), new EditContext(desk.Writer, "read"), default));
        Assert.Equal(EditOutcome.Done, await Renew());

        await desk.DraftAsync("two");

        Assert.Equal(EditOutcome.AnotherOpen, await Renew());
        Assert.Equal("one, new dates", Assert.Single((await desk.ReadAsync()).Texts).Text);
    }

    [Fact]
    public async Task Changes_EachOf_SayWhoWhenAndWhy()
    {
        await using var desk = await EditingDesk.OpenAsync();
        await desk.ServeAsync("one");
        await desk.ServeAsync("two");
        await desk.RollBackAsync(1);

        var history = await desk.Host.Do<PublishingQueries, IReadOnlyList<ContentChange>>(q => q.HistoryAsync(EditingDesk.Path, default));

        Assert.Equal(
            [ContentChangeKind.RolledBack, ContentChangeKind.Published, ContentChangeKind.Approved, ContentChangeKind.Submitted, ContentChangeKind.Started],
            history.Take(5).Select(h => h.Kind));
        Assert.All(history, h => Assert.Equal(desk.Host.Time.UtcNow(), h.At));
        Assert.All(history, h => Assert.NotNull(h.UserId));
        Assert.Equal("it was wrong", history[0].Why);
        Assert.Equal("the law changed", history[3].Why);
    }

    [Fact]
    public async Task RecordChange_Withdrawn_IsNoLongerRead()
    {
        await using var desk = await EditingDesk.OpenAsync();
        Task<EditOutcome> Mark(Func<MarkingService, Task<EditOutcome>> use) => desk.Host.Do(use);
        Assert.Equal(EditOutcome.WhyMissing, await Mark(s => s.RecordChangeAsync("act-s1", new DateOnly(2026, 12, 1), new EditContext(desk.Writer), default)));
        Assert.Equal(EditOutcome.Done, await Mark(s => s.RecordChangeAsync("act-s1", new DateOnly(2026, 12, 1), new EditContext(desk.Writer, "new words"), default)));
        var change = Assert.Single((await desk.ReadAsync()).Changes);
        Assert.Equal(("act-s1", "new words"), (change.ProvisionId, change.What));

        Assert.Equal(EditOutcome.Done, await Mark(s => s.WithdrawChangeAsync(change.Id, new EditContext(desk.Writer, "mistake"), default)));

        Assert.Empty((await desk.ReadAsync()).Changes);
    }
}
