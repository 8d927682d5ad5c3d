using Helpline.Core.Calls;
using Helpline.Core.Surges;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Surges;

public sealed class SurgeTests : IAsyncLifetime
{
    private static readonly Guid Manager = Guid.NewGuid();
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, time);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task CurrentAsync_PastItsEnd_IsOverWithNobodyWriting()
    {
        Assert.Equal(SurgeOutcome.Done, await StartAsync(quota: null));
        Assert.NotNull(await host.Do<SurgeBoard, SurgeView?>(b => b.CurrentAsync(default)));

        time.Advance(TimeSpan.FromHours(2));

        Assert.Null(await host.Do<SurgeBoard, SurgeView?>(b => b.CurrentAsync(default)));
        Assert.Equal(SurgeOutcome.Done, await StartAsync(quota: null));
    }

    [Fact]
    public async Task StartAsync_WhileOneIsOn_IsRefusedAndLogsNothing()
    {
        await StartAsync(quota: 3);

        Assert.Equal(SurgeOutcome.AlreadyOn, await StartAsync(quota: 4));

        var entry = Assert.Single(await host.Read(db => db.SurgeChanges.ToListAsync()));
        Assert.Equal((SurgeChangeKind.SwitchedOn, Manager), (entry.Kind, entry.By));
    }

    [Theory]
    [InlineData(0, SurgeOutcome.EndPast)]
    [InlineData(-1, SurgeOutcome.EndPast)]
    [InlineData((24 * Surge.LongestDays) + 1, SurgeOutcome.TooLong)]
    public async Task StartOrChangeAsync_EndPastOrTooFar_IsRefusedAndLogsNothing(int hours, SurgeOutcome expected)
    {
        Assert.Equal(expected, await StartAsync(quota: null, hours));
        Assert.Null(await host.Do<SurgeBoard, SurgeView?>(b => b.CurrentAsync(default)));
        Assert.Empty(await host.Read(db => db.SurgeChanges.ToListAsync()));

        await StartAsync(quota: null);
        Assert.Equal(expected, await host.Do<SurgeService, SurgeOutcome>(s => s.ChangeAsync(Terms(quota: 5, hours), Manager, default)));

        Assert.Single(await host.Read(db => db.SurgeChanges.ToListAsync()));
        Assert.Null((await host.Do<SurgeBoard, SurgeView?>(b => b.CurrentAsync(default)))!.CallbackQuota);
    }

    [Fact]
    public async Task PromiseCallbackAsync_QuotaUsedUp_KeepsNoMorePlaces()
    {
        await StartAsync(quota: 1);
        Assert.Equal(KeepPlaceOutcome.Kept, await KeepAsync("CA1"));
        Assert.Equal(KeepPlaceOutcome.QuotaUsedUp, await KeepAsync("CA2"));
        Assert.False((await host.Do<SurgeBoard, SurgeView?>(b => b.CurrentAsync(default)))!.HasCallbacksLeft);

        Assert.Equal(SurgeOutcome.Done, await host.Do<SurgeService, SurgeOutcome>(s => s.EndAsync(Manager, default)));

        Assert.Equal(KeepPlaceOutcome.Kept, await host.Do<CallService, KeepPlaceOutcome>(s => s.PromiseCallbackAsync("CA2", "+447700900456", default)));
    }

    private Task<SurgeOutcome> StartAsync(int? quota, int hours = 1) =>
        host.Do<SurgeService, SurgeOutcome>(s => s.StartAsync(Terms(quota, hours), Manager, default));

    private SurgeTerms Terms(int? quota, int hours) =>
        new() { Reason = "New guidance", Until = time.GetUtcNow().UtcDateTime.AddHours(hours), DeadlinesOnly = true, CallbackQuota = quota };

    private async Task<KeepPlaceOutcome> KeepAsync(string sid)
    {
        await host.Do<CallService, CallRef>(s => s.StartVoiceAsync(sid, "+447700900456", default));
        Assert.True(await host.Do<CallService, bool>(s => s.JoinToKeepPlaceAsync(sid, default)));
        return await host.Do<CallService, KeepPlaceOutcome>(s => s.PromiseCallbackAsync(sid, "+447700900456", default));
    }
}
