using Helpline.Core.Advisers;
using Helpline.Core.Updates;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Tests.Updates;

/// <summary>What must be read takes a skill out of date until it is acknowledged.</summary>
public sealed class UpdateTests
{
    private static readonly DateTime Day0 = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(13.99, 0.0, false, false)]
    [InlineData(14.0, 0.0, false, true)]
    [InlineData(30.0, 0.0, true, false)]
    [InlineData(14.0, 1.0, false, false)]
    [InlineData(15.0, 1.0, false, true)]
    public void OutOfDate_AfterSoManyDays_IsLostUntilAcknowledged(double days, double joinedOnDay, bool acknowledged, bool lost)
    {
        var found = SkillCurrency.OutOfDate(
            [new MustRead("case-a", new HashSet<string> { "plans" }), new MustRead("not-here-yet", new HashSet<string> { "exclusion" })],
            new Dictionary<string, DateTime> { ["case-a"] = Day0 },
            acknowledged ? new HashSet<string> { "case-a" } : new HashSet<string>(),
            Day0.AddDays(joinedOnDay),
            Day0.AddDays(days),
            days: 14);

        Assert.Equal(lost ? ["plans"] : [], found);
    }

    [Fact]
    public async Task Route_UpdateNotAcknowledgedInTime_OffersOnlyWhatDoesNotDependOnIt()
    {
        using var database = new CentreDatabase();
        var news = new News { Current = [new MustRead("case-a", new HashSet<string> { "plans" })] };
        await using var host = await CentreHost.StartAsync(
            database, new FakeTimeProvider(), s => s.AddSingleton<IMustReads>(news), ("Updates:AcknowledgeWithinDays", "3"));
        var adviser = await host.AdviserAsync("plans", "exclusion");
        await host.Do<UpdateService, bool>(async s =>
        {
            await s.NoteArrivalsAsync(default);
            return true;
        });
        host.Time.Advance(TimeSpan.FromDays(3));
        await host.BeatAsync();

        await host.CallerAsync("plans");
        Assert.Equal(0, await host.RouteAsync());
        await host.CallerAsync("exclusion");
        Assert.Equal(1, await host.RouteAsync());
        Assert.Equal(["plans"], (await ReadingAsync(host, adviser))!.OutOfDate);

        await host.Do<UpdateService, bool>(async s =>
        {
            await s.AcknowledgeAsync("case-a", adviser, default);
            await s.AcknowledgeAsync("case-a", adviser, default);
            return true;
        });
        Assert.Empty((await ReadingAsync(host, adviser))!.OutOfDate);
    }

    [Fact]
    public async Task Route_UpdateAcknowledged_OffersItsSkillAgain()
    {
        using var database = new CentreDatabase();
        var news = new News { Current = [new MustRead("case-a", new HashSet<string> { "plans" })] };
        await using var host = await CentreHost.StartAsync(database, new FakeTimeProvider(), s => s.AddSingleton<IMustReads>(news));
        var adviser = await host.AdviserAsync("plans");
        await host.Do<UpdateService, bool>(async s =>
        {
            await s.NoteArrivalsAsync(default);
            return true;
        });
        host.Time.Advance(TimeSpan.FromDays(20));
        await host.BeatAsync();
        await host.CallerAsync("plans");
        Assert.Equal(0, await host.RouteAsync());

        await host.Do<UpdateService, bool>(async s =>
        {
            await s.AcknowledgeAsync("case-a", adviser, default);
            return true;
        });

        Assert.Equal(1, await host.RouteAsync());
    }

    private static Task<UpdateReading?> ReadingAsync(CentreHost host, AdviserId adviser) =>
        host.Do<UpdateService, UpdateReading?>(s => s.ReadingAsync(adviser, default));

    private sealed class News : IMustReads
    {
        public IReadOnlyList<MustRead> Current { get; init; } = [];
    }
}
