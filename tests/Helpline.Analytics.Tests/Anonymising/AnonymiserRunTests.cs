using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Data;
using Helpline.Analytics.Messages;
using Helpline.Analytics.Tests.Support;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helpline.Analytics.Tests.Anonymising;

public class AnonymiserRunTests
{
    [Fact]
    public async Task RunAsync_WeekStillOpen_PublishesNothing()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(Invented.Many(20, Invented.Ordinary));
        host.Clock.SetUtcNow(host.Clock.GetUtcNow().AddTicks(-1));

        Assert.Equal(0, await host.RunAsync());
        Assert.Equal(20, (await host.ReadAsync(db => db.HeldFacts)).Count);
    }

    [Fact]
    public async Task RunAsync_WeekClosed_PublishesAndKeepsNoFacts()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(Invented.Many(20, Invented.Ordinary));

        Assert.Equal(1, await host.RunAsync());

        Assert.Empty(await host.ReadAsync(db => db.HeldFacts));
        var window = Assert.Single(await host.ReadAsync(db => db.PublishedWindows));
        Assert.Equal(("contacts-2026-11-02-1", Invented.Monday), (window.WindowId, window.Week));
    }

    [Fact]
    public async Task RunAsync_WeekInSummerTime_ClosesAtMidnightInLondon()
    {
        // 1 June 2026 begins at 23:00 UTC on 31 May: an arrival at 23:30 UTC belongs to the new week.
        await using var host = await AnalyticsHost.StartAsync();
        var arrived = new DateTime(2026, 5, 31, 23, 30, 0, DateTimeKind.Utc);
        await host.AcceptAsync(Invented.Many(20, Invented.Ordinary with { ArrivedAt = arrived }));
        var closes = new DateTimeOffset(2026, 6, 7, 23, 0, 0, TimeSpan.Zero);

        host.Clock.SetUtcNow(closes.AddSeconds(-1));
        Assert.Equal(0, await host.RunAsync());

        host.Clock.SetUtcNow(closes);
        Assert.Equal(1, await host.RunAsync());
    }

    [Fact]
    public async Task RunAsync_FewerThanK_WaitForCompanyAndAreThenPublishedWithIt()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(Invented.Many(20, Invented.Ordinary));
        await host.RunAsync();
        await host.AcceptAsync(Invented.Many(6, Invented.Ordinary));

        Assert.Equal(0, await host.RunAsync());
        await host.AcceptAsync(Invented.Many(6, Invented.Ordinary));
        Assert.Equal(1, await host.RunAsync());

        Assert.Contains("contacts-2026-11-02-2", (await host.ReadAsync(db => db.PublishedWindows)).Select(window => window.WindowId));
        Assert.Equal([20, 12], (await host.ReadAsync(db => db.WindowFigures)).OrderBy(row => row.WindowId, StringComparer.Ordinal).Select(row => row.Contacts));
    }

    [Fact]
    public async Task RunAsync_FewerThanKAfterFourMoreWindows_ArePublishedInATotalOnly()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(Invented.Many(6, Invented.Ordinary));
        Assert.Equal(0, await host.RunAsync());

        host.Clock.Advance(TimeSpan.FromDays(28));
        Assert.Equal(1, await host.RunAsync());

        Assert.Empty(await host.ReadAsync(db => db.Combinations));
        Assert.Empty(await host.ReadAsync(db => db.ContactFigures));
        Assert.Equal(6, Assert.Single(await host.ReadAsync(db => db.WindowFigures)).Contacts);
    }

    [Fact]
    public async Task RunAsync_SeveralClosedWeeks_PublishesThemAllAtOnce()
    {
        await using var host = await AnalyticsHost.StartAsync();
        for (var week = 0; week < 4; week++)
        {
            await host.AcceptAsync(Invented.Many(
                11, Invented.Ordinary with { ArrivedAt = Invented.Ordinary.ArrivedAt.AddDays(-7 * week) }));
        }

        Assert.Equal(4, await host.RunAsync());
        Assert.Equal(4, (await host.ReadAsync(db => db.WindowFigures)).Count);
    }

    [Fact]
    public async Task RunAsync_TwoNodesAtOnce_PublishEachWindowOnce()
    {
        await using var first = await AnalyticsHost.StartAsync();
        await using var second = await AnalyticsHost.StartAsync(on: first);
        await first.AcceptAsync(Invented.Many(25, Invented.Ordinary));

        var published = await Task.WhenAll(
            Task.Run(() => RunAsync(first), TestContext.Current.CancellationToken),
            Task.Run(() => RunAsync(second), TestContext.Current.CancellationToken));

        Assert.Equal(1, published.Sum());
        Assert.Equal(2, (await first.ReadAsync(db => db.Outbox)).Count);
    }

    [Fact]
    public async Task RunAsync_AnotherNodeHoldsTheLease_DoesNothingUntilItExpires()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(Invented.Many(20, Invented.Ordinary));
        await host.InScopeAsync<LeaseKeeper>(async leases => Assert.True(
            await leases.TakeAsync(AnonymiserRun.LeaseName, Guid.NewGuid(), TestContext.Current.CancellationToken)));

        Assert.Equal(0, await host.RunAsync());

        host.Clock.Advance(LeaseKeeper.Duration);
        Assert.Equal(1, await host.RunAsync());
    }

    [Fact]
    public async Task PublishAsync_WindowPublishedMeanwhile_LeavesTheFactsOfTheOther()
    {
        // Both nodes believe they hold the lease: the window's own key still lets only one through.
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(Invented.Many(20, Invented.Ordinary));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var published = false;
            await host.InScopeAsync<WindowPublisher>(async windows => published = await windows.PublishAsync(
                FactsKind.Contacts, Invented.Monday, TestContext.Current.CancellationToken));
            return published;
        })));

        Assert.Single(results, true);
        Assert.Equal(2, (await host.ReadAsync(db => db.Outbox)).Count);
    }

    [Fact]
    public async Task Service_WhenItsTimerTicks_RunsTheAnonymiser()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(Invented.Many(20, Invented.Ordinary));
        var clock = new FakeTimeProvider();
        using var service = new AnonymiserService(
            host.Services.GetRequiredService<IServiceScopeFactory>(), clock,
            host.Services.GetRequiredService<IOptions<AnalyticsOptions>>(), NullLogger<AnonymiserService>.Instance);

        await service.StartAsync(TestContext.Current.CancellationToken);
        while (clock.NextTimerDue is null)
        {
            await Task.Yield();
        }

        clock.Advance(AnonymiserService.LongestPause);
        var sent = await host.Harness.Consumed.Any<TotalsPublished>(TestContext.Current.CancellationToken);
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(sent);
    }

    // Each node has a bus of its own here, so neither can wait for what the other sent.
    private static async Task<int> RunAsync(AnalyticsHost host)
    {
        var published = 0;
        await host.InScopeAsync<IAnonymiserRun>(async run =>
            published = await run.RunAsync(TestContext.Current.CancellationToken));
        return published;
    }
}
