using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Floor;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Helpline.Core.Data;
using Helpline.Core.Tests.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Tests.Floor;

/// <summary>What a supervisor sees of the floor and changes on it.</summary>
public sealed class FloorTests : IAsyncLifetime
{
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, time);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task WaitingAsync_SeveralReasons_ArePlacedInOrderAndExplained()
    {
        var supervisor = await host.AdviserAsync();
        await SetAsync(supervisor, Presence.Away);
        var (_, standard) = await host.CallerAsync("transport", "+447700900111");
        time.Advance(TimeSpan.FromMinutes(11));
        var (_, grave) = await host.CallerAsync("transport", "+447700900112");
        var (_, kept) = await host.CallerAsync("ehc-plans", "+447700900113");
        await MoveAsync(grave, PriorityClass.Safeguarding, supervisor, confirmed: true);
        await host.Do<FloorService, FloorOutcome>(s => s.ReserveAsync(kept, supervisor, TimeSpan.FromMinutes(10), supervisor, default));

        var rows = await WaitingAsync();

        Assert.Equal([(1, grave), (2, standard), (3, kept)], rows.Select(r => (r.Place, r.Id)));
        Assert.IsType<PlaceReason.Safeguarding>(Assert.Single(rows[0].Reasons));
        Assert.Equal(new PlaceReason.Aged(1), Assert.Single(rows[1].Reasons));
        Assert.Equal(new PlaceReason.ReservedFor("Adviser 1", time.UtcNow().AddMinutes(10)), Assert.Single(rows[2].Reasons));
        Assert.Equal((PriorityClass.Deadline, TimeSpan.FromMinutes(11), "transport"), (rows[1].Class, rows[1].Waited, rows[1].SkillId!));
    }

    [Fact]
    public async Task Board_OfManyAdvisersAndContacts_TakesTheSameNumberOfReads()
    {
        var watch = new QueryWatch();
        await using var watched = await CentreHost.StartAsync(database, time, s => s.ConfigureDbContext<SqliteHelplineDbContext>(o => o.AddInterceptors(watch)));
        await FillAsync();
        await ReadBoardAsync(watched);
        watch.Forget();
        await ReadBoardAsync(watched);
        var few = watch.Reads;
        await FillAsync();
        await FillAsync();
        watch.Forget();
        var (advisers, waiting) = await ReadBoardAsync(watched);

        Assert.Equal((6, 6), (advisers, waiting));
        Assert.Equal(few, watch.Reads);
    }

    [Fact]
    public async Task AdvisersAsync_CallMuchLongerThanUsual_IsMarkedAsLong()
    {
        var adviser = await host.AdviserAsync("transport");
        for (var i = 0; i < 10; i++)
        {
            await ClosedAfterAsync(adviser, TimeSpan.FromMinutes(4));
        }

        var (sid, _) = await host.CallerAsync("transport");
        await host.BeatAsync();
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        time.Advance(TimeSpan.FromMinutes(5.5));
        Assert.False((await AdviserAsync(adviser)).Contact!.IsLong);
        time.Advance(TimeSpan.FromMinutes(1));

        var contact = (await AdviserAsync(adviser)).Contact!;
        Assert.True(contact.IsLong);
        Assert.InRange(contact.Usual, TimeSpan.FromMinutes(3.9), TimeSpan.FromMinutes(4.1));
    }

    [Fact]
    public async Task LendSkillAsync_AndPause_HoldForTheDayOnly()
    {
        var adviser = await host.AdviserAsync("transport");
        await LendAsync(adviser, "ehc-plans");
        Assert.Equal(FloorOutcome.Done, await host.Do<FloorService, FloorOutcome>(s => s.PauseSkillAsync(adviser, "transport", adviser, default)));
        Assert.Equal(FloorOutcome.NoSuchSkill, await host.Do<FloorService, FloorOutcome>(s => s.PauseSkillAsync(adviser, "exclusion", adviser, default)));
        Assert.Equal(["ehc-plans"], await SkillsAsync(adviser));
        Assert.Equal(FloorSkillState.Paused, (await AdviserAsync(adviser)).Skills.Single(s => s.Id == "transport").State);

        time.SetUtcNow(new DateTimeOffset(2026, 11, 25, 0, 0, 1, TimeSpan.Zero));

        Assert.Equal(["transport"], await SkillsAsync(adviser));
        Assert.Equal(2, host.Consoles.Events.OfType<AdviserSupervised>().Count(e => e.By == ProcessContext.By(adviser)));
    }

    [Fact]
    public async Task LendSkillAsync_ToWhoIsTrainedLonger_DoesNotShortenTheTraining()
    {
        var adviser = await host.AdviserAsync("transport");
        await LendAsync(adviser, "transport");
        time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(["transport"], await SkillsAsync(adviser));
    }

    [Fact]
    public async Task MoveAsync_IntoOrOutOfSafeguarding_NeedsAConfirmation()
    {
        var supervisor = AdviserId.New();
        var (_, contact) = await host.CallerAsync();
        Assert.Equal(FloorOutcome.ConfirmSafeguarding, await MoveAsync(contact, PriorityClass.Safeguarding, supervisor, confirmed: false));
        Assert.Equal(FloorOutcome.Done, await MoveAsync(contact, PriorityClass.Safeguarding, supervisor, confirmed: true));
        Assert.Equal(FloorOutcome.ConfirmSafeguarding, await MoveAsync(contact, PriorityClass.Standard, supervisor, confirmed: false));
        Assert.Equal(PriorityClass.Safeguarding, Assert.Single(await WaitingAsync()).Class);
        Assert.Equal(FloorOutcome.Done, await MoveAsync(contact, PriorityClass.Standard, supervisor, confirmed: true));
        Assert.Equal(FloorOutcome.NotFound, await MoveAsync(ContactId.New(), PriorityClass.Standard, supervisor, confirmed: true));

        var entry = await host.Read(db => db.Timeline.AsNoTracking().Where(t => t.Kind == nameof(PriorityMoved)).OrderBy(t => t.Id).FirstAsync());
        Assert.Equal(("safeguarding:said-so", supervisor), (entry.Code, entry.AdviserId!.Value));
    }

    [Fact]
    public async Task ReserveAsync_ForOneAdviser_OthersAreNotAskedUntilItIsReleased()
    {
        var busy = await host.AdviserAsync();
        await SetAsync(busy, Presence.Away);
        var (_, contact) = await host.CallerAsync();
        var idle = await host.AdviserAsync();
        Assert.Equal(FloorOutcome.Done, await host.Do<FloorService, FloorOutcome>(s => s.ReserveAsync(contact, busy, TimeSpan.FromMinutes(5), idle, default)));
        Assert.Equal(0, await host.RouteAsync());

        Assert.Equal(FloorOutcome.Done, await host.Do<FloorService, FloorOutcome>(s => s.ReleaseAsync(contact, idle, default)));

        Assert.Equal(1, await host.RouteAsync());
        Assert.NotNull(await host.PendingAsync(idle));
        Assert.Equal(FloorOutcome.MovedOn, await host.Do<FloorService, FloorOutcome>(s => s.ReleaseAsync(contact, idle, default)));
        await SetAsync(busy, Presence.Offline);
        Assert.Equal(FloorOutcome.AdviserOffline, await host.Do<FloorService, FloorOutcome>(s => s.ReserveAsync(contact, busy, TimeSpan.FromMinutes(5), idle, default)));
    }

    [Fact]
    public async Task SetAsideAsync_WhileItRings_ReturnsTheContactWithoutAMissedOffer()
    {
        var adviser = await host.AdviserAsync();
        var (_, contact) = await host.CallerAsync();
        await host.RouteAsync();
        var offer = await host.PendingAsync(adviser);

        Assert.Equal(FloorOutcome.Done, await host.Do<FloorService, FloorOutcome>(s => s.SetAsideAsync(adviser, Presence.Away, AdviserId.New(), default)));

        var after = await host.Read(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == adviser));
        Assert.Equal((Presence.Away, AwayReason.BySupervisor, Activity.Idle), (after.Presence, after.AwayReason!.Value, after.Activity));
        Assert.Equal(OfferStatus.Rescinded, await host.Read(db => db.Offers.Where(o => o.Id == offer!.Id).Select(o => o.Status).SingleAsync()));
        Assert.Equal(contact, Assert.Single(await WaitingAsync()).Id);
    }

    [Fact]
    public async Task EndWrapUpAsync_OverTime_ClosesWithTheSupervisorsOutcomeAndFreesTheAdviser()
    {
        var adviser = await host.AdviserAsync();
        var supervisor = AdviserId.New();
        var (sid, contact) = await host.CallerAsync();
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        Assert.Equal(FloorOutcome.MovedOn, await EndWrapUpAsync(contact, supervisor));
        await host.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(contact, adviser, default));
        Assert.Equal(FloorOutcome.NotOverdue, await EndWrapUpAsync(contact, supervisor));
        time.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(FloorOutcome.Done, await EndWrapUpAsync(contact, supervisor));

        var closed = await host.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == contact));
        Assert.Equal((ContactStatus.Closed, "supervisor-recorded", false), (closed.Status, closed.DispositionCode, closed.IsNonData));
        Assert.Equal(Activity.Idle, (await AdviserAsync(adviser)).Activity);
        var entry = await host.Read(db => db.Timeline.AsNoTracking().SingleAsync(t => t.Kind == nameof(ContactClosed)));
        Assert.Equal(supervisor, entry.AdviserId);
        Assert.Equal(1, await host.Read(db => db.Outbox.CountAsync()));
    }

    private async Task FillAsync()
    {
        await host.AdviserAsync("transport", "ehc-plans");
        await SetAsync(await host.AdviserAsync("transport"), Presence.Away);
        await host.CallerAsync("transport");
        await host.CallerAsync("ehc-plans");
    }

    private static async Task<(int Advisers, int Waiting)> ReadBoardAsync(CentreHost watched) =>
        ((await watched.Do<FloorQueries, IReadOnlyList<FloorAdviser>>(q => q.AdvisersAsync(default))).Count,
        (await watched.Do<FloorQueries, IReadOnlyList<FloorWaiting>>(q => q.WaitingAsync(default))).Count);

    private async Task ClosedAfterAsync(AdviserId adviser, TimeSpan handling)
    {
        var (sid, contact) = await host.CallerAsync("transport");
        await host.BeatAsync();
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        time.Advance(handling);
        await host.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(contact, adviser, default));
        await host.Do<ContactService, ContactOutcome>(s => s.RecordAsync(contact, adviser, new ContactRecord { TopicGroupId = "transport", DispositionCode = "advice-given" }, default));
        await host.Do<ContactService, ContactOutcome>(s => s.CompleteAsync(contact, adviser, default));
    }

    private Task<IReadOnlyList<FloorWaiting>> WaitingAsync() => host.Do<FloorQueries, IReadOnlyList<FloorWaiting>>(q => q.WaitingAsync(default));

    private async Task<FloorAdviser> AdviserAsync(AdviserId id) => (await host.Do<FloorQueries, FloorAdviser?>(q => q.AdviserAsync(id, default)))!;

    private async Task<string[]> SkillsAsync(AdviserId id) =>
        [.. (await host.Do<RoutingQueries, IReadOnlyList<AdviserState>>(q => q.AdvisersAsync(default))).Single(a => a.Id == id).Skills];

    private Task<FloorOutcome> LendAsync(AdviserId adviser, string skill) =>
        host.Do<FloorService, FloorOutcome>(s => s.LendSkillAsync(adviser, skill, 2, adviser, default));

    private Task<FloorOutcome> MoveAsync(ContactId contact, PriorityClass priority, AdviserId by, bool confirmed) =>
        host.Do<FloorService, FloorOutcome>(s => s.MoveAsync(contact, priority, "said-so", confirmed, by, default));

    private Task<FloorOutcome> EndWrapUpAsync(ContactId contact, AdviserId by) =>
        host.Do<FloorService, FloorOutcome>(s => s.EndWrapUpAsync(contact, "supervisor-recorded", nonData: false, by, default));

    private Task<bool> SetAsync(AdviserId adviser, Presence presence) =>
        host.Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, presence, null, default));
}
