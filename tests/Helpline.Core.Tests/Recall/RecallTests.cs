using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Publishing;
using Helpline.Core.Recall;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Recall;

/// <summary>Who was answered with a wrong article, and telling them.</summary>
public sealed class RecallTests : IAsyncLifetime
{
    private readonly CentreDatabase database = new();
    private readonly Guid editor = Guid.NewGuid();
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, new FakeTimeProvider());

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task Cite_ArticleMarkedWrong_IsRefusedUntilItIsCleared()
    {
        var (contact, adviser) = await TalkAsync();
        await MarkAsync(s => s.MarkWrongAsync("articles/asking.md", "v1", new EditContext(editor, "the period is wrong"), default));

        Assert.Equal(ContactOutcome.ArticleWrong, await CiteAsync(contact, adviser, "asking", "v1"));
        Assert.Equal(ContactOutcome.Done, await CiteAsync(contact, adviser, "asking-again", "v1"));
        Assert.Equal(EditOutcome.NotNow, await MarkAsync(s => s.MarkWrongAsync("articles/asking.md", "v1", new EditContext(editor, "again"), default)));
        await MarkAsync(s => s.ClearAsync("articles/asking.md", new EditContext(editor, "put right"), default));

        Assert.Equal(ContactOutcome.Done, await CiteAsync(contact, adviser, "asking", "v2"));
    }

    [Fact]
    public async Task Answered_InAPeriod_FindsEachContactOnceByVersionAndMoment()
    {
        var start = host.Time.UtcNow();
        var (first, adviser) = await TalkAsync();
        await CiteAsync(first, adviser, "asking", "v1");
        await CiteAsync(first, adviser, "asking", "v2");
        await CiteAsync(first, adviser, "other", "v1");
        host.Time.Advance(TimeSpan.FromHours(1));
        var (second, next) = await TalkAsync();
        await CiteAsync(second, next, "asking", "v1");

        var any = await AnsweredAsync(null, start, start.AddHours(2));
        Assert.Equal([second, first], any.Select(a => a.ContactId));
        Assert.Equal([second, first], (await AnsweredAsync("v1", start, start.AddHours(2))).Select(a => a.ContactId));
        Assert.Equal([first], (await AnsweredAsync("v2", start, start.AddHours(2))).Select(a => a.ContactId));
        Assert.Equal([first], (await AnsweredAsync(null, start, start.AddHours(1))).Select(a => a.ContactId));
        Assert.Empty(await AnsweredAsync(null, start.AddHours(1).AddTicks(1), start.AddHours(2)));
    }

    [Fact]
    public async Task Change_Entries_ShowsProgressAndRefusesTheSecondWriter()
    {
        var (contact, adviser) = await TalkAsync();
        await CiteAsync(contact, adviser, "asking", "v1");
        var now = host.Time.UtcNow();
        Assert.Equal(RecallOutcome.NobodyAnswered, (await StartAsync("other", now.AddDays(-1), now.AddDays(1))).Outcome);
        Assert.Equal(RecallOutcome.PeriodEmpty, (await StartAsync("asking", now, now)).Outcome);

        var (outcome, id) = await StartAsync("asking", now.AddDays(-1), now.AddDays(1));

        Assert.Equal(RecallOutcome.Done, outcome);
        var entry = Assert.Single(await EntriesAsync(id!.Value));
        Assert.Equal((RecallState.ToDo, contact, "v1"), (entry.State, entry.ContactId, entry.ArticleVersion));
        Assert.Equal(RecallOutcome.Done, await ChangeAsync(id.Value, entry, RecallState.Reached, "rang on Monday"));
        Assert.Equal(RecallOutcome.Conflict, await ChangeAsync(id.Value, entry, RecallState.NotReachable, "no answer"));
        var progress = await host.Do<RecallQueries, RecallProgress?>(q => q.FindAsync(id.Value, default));
        Assert.Equal((1, 0), (progress!.Total, progress.Left));
        Assert.Equal("rang on Monday", Assert.Single(await EntriesAsync(id.Value)).Note);

        var reach = await host.Do<RecallQueries, ReachableAt?>(q => q.ReachAsync(id.Value, entry.Id, editor, default));
        Assert.Equal("+447700900123", reach!.Number);
        Assert.Equal(1, await host.Read(db => db.RecordReads.CountAsync(r => r.ContactId == contact && r.UserId == editor)));
    }

    private async Task<(ContactId Contact, AdviserId Adviser)> TalkAsync()
    {
        var adviser = await host.AdviserAsync();
        await host.BeatAsync();
        var (sid, contact) = await host.CallerAsync();
        await host.RouteAsync();
        var offered = await host.Read(db => db.Offers.Where(o => o.ContactId == contact).Select(o => o.AdviserId).SingleAsync());
        await host.TalkAsync(offered, sid);
        return (contact, offered);
    }

    private Task<ContactOutcome> CiteAsync(ContactId contact, AdviserId adviser, string slug, string version) =>
        host.Do<ContactService, ContactOutcome>(s => s.CiteAsync(contact, adviser, slug, version, default));

    private Task<EditOutcome> MarkAsync(Func<MarkingService, Task<EditOutcome>> use) => host.Do(use);

    private Task<IReadOnlyList<GivenAnswer>> AnsweredAsync(string? version, DateTime since, DateTime until) =>
        host.Do<RecallQueries, IReadOnlyList<GivenAnswer>>(q => q.AnsweredAsync("asking", version, since, until, default));

    private Task<(RecallOutcome Outcome, RecallId? Id)> StartAsync(string slug, DateTime since, DateTime until) =>
        host.Do<RecallService, (RecallOutcome, RecallId?)>(s => s.StartAsync(new StartRecall { ArticleSlug = slug, From = since, Until = until, Reason = "wrong period" }, editor, default));

    private Task<IReadOnlyList<RecallEntryView>> EntriesAsync(RecallId id) => host.Do<RecallQueries, IReadOnlyList<RecallEntryView>>(q => q.EntriesAsync(id, default));

    private Task<RecallOutcome> ChangeAsync(RecallId id, RecallEntryView entry, RecallState state, string note) =>
        host.Do<RecallService, RecallOutcome>(s => s.ChangeAsync(
            new ChangeRecallEntry { RecallId = id, EntryId = entry.Id, Version = entry.Version, State = state, AssigneeId = editor, Note = note }, editor, default));
}
