using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;

namespace Helpline.Core.Tests.Routing;

/// <summary>A topic group is sent to other advisers for a while; only the skill it needs changes.</summary>
public sealed class RerouteTests : IAsyncLifetime
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
    public async Task StartAsync_ToAnotherSkill_IsHonouredUntilItsTimeAndEndsByItself()
    {
        var adviser = await host.AdviserAsync("ehc-plans");
        await host.CallerAsync("transport");
        Assert.Equal(0, await host.RouteAsync());
        Assert.Equal(RerouteOutcome.Done, await StartAsync("transport", "ehc-plans", minutes: 1, adviser));
        Assert.Equal("ehc-plans", Assert.Single(await WaitingAsync()).SkillId);
        Assert.Equal(("transport", "ehc-plans", "Adviser 1"), Assert.Single((await ActiveAsync()).Select(r => (r.FromSkillId, r.ToSkillId!, r.StartedBy))));

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("transport", Assert.Single(await WaitingAsync()).SkillId);
        Assert.Empty(await ActiveAsync());
        await host.BeatAsync();
        Assert.Equal(0, await host.RouteAsync());
        Assert.Equal(RerouteOutcome.Done, await StartAsync("transport", null, minutes: 1, adviser));
        Assert.Null(Assert.Single(await WaitingAsync()).SkillId);
        Assert.Equal(1, await host.RouteAsync());
    }

    [Fact]
    public async Task StartAsync_TwoThatWouldGoRound_AreAppliedOnceEach()
    {
        var adviser = await host.AdviserAsync();
        await host.CallerAsync("transport");
        await StartAsync("transport", "ehc-plans", minutes: null, adviser);
        await StartAsync("ehc-plans", "transport", minutes: null, adviser);

        Assert.Equal("ehc-plans", Assert.Single(await WaitingAsync()).SkillId);
    }

    [Fact]
    public async Task StartAsync_WhatCannotBe_IsRefused()
    {
        var adviser = await host.AdviserAsync();
        Assert.Equal(RerouteOutcome.SameSkill, await StartAsync("transport", "transport", minutes: null, adviser));
        Assert.Equal(RerouteOutcome.TimePast, await StartAsync("transport", null, minutes: 0, adviser));
        Assert.Equal(RerouteOutcome.Done, await StartAsync("transport", null, minutes: null, adviser));
        Assert.Equal(RerouteOutcome.AlreadyRerouted, await StartAsync("transport", "ehc-plans", minutes: null, adviser));
    }

    [Fact]
    public async Task EndAsync_SwitchedOff_EndsOnceAndIsAnnounced()
    {
        var adviser = await host.AdviserAsync();
        await StartAsync("transport", null, minutes: null, adviser);
        var reroute = Assert.Single(await ActiveAsync());

        Assert.Equal(RerouteOutcome.Done, await host.Do<RerouteService, RerouteOutcome>(s => s.EndAsync(reroute.Id, adviser, default)));

        Assert.Equal(RerouteOutcome.AlreadyEnded, await host.Do<RerouteService, RerouteOutcome>(s => s.EndAsync(reroute.Id, adviser, default)));
        Assert.Empty(await ActiveAsync());
        Assert.Equal([true, false], host.Consoles.Events.OfType<RerouteChanged>().Select(e => e.IsOn));
    }

    private Task<RerouteOutcome> StartAsync(string from, string? to, int? minutes, AdviserId by) =>
        host.Do<RerouteService, RerouteOutcome>(s => s.StartAsync(from, to, minutes is { } m ? time.UtcNow().AddMinutes(m) : null, by, default));

    private Task<IReadOnlyList<RerouteView>> ActiveAsync() => host.Do<RerouteService, IReadOnlyList<RerouteView>>(s => s.ActiveAsync(default));

    private Task<IReadOnlyList<WaitingContact>> WaitingAsync() => host.Do<RoutingQueries, IReadOnlyList<WaitingContact>>(q => q.WaitingAsync(default));
}
