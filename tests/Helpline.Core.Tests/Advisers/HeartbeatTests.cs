using Helpline.Core.Advisers;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Tests.Advisers;

/// <summary>Beats are written together, and the rules on fresh and lost consoles hold as if each were written at once.</summary>
public sealed class HeartbeatTests : IAsyncLifetime
{
    private static readonly RoutingOptions Options = new();

    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly WriteCounter writes = new();
    private CentreHost node = null!;
    private CentreHost other = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        node = await CentreHost.StartAsync(
            database, time, services => services.ConfigureDbContext<SqliteHelplineDbContext>(o => o.AddInterceptors(writes)));
        other = await CentreHost.StartAsync(database, time);
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await other.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task WriteAsync_ManyBeats_IsOneStatementAndThenNone()
    {
        var advisers = await AdvisersAsync(40);
        time.Advance(TimeSpan.FromSeconds(5));
        writes.Count = 0;
        foreach (var adviser in advisers.Concat(advisers))
        {
            await node.Do<AdviserService, bool>(s =>
            {
                s.Heartbeat(adviser);
                return Task.FromResult(true);
            });
        }

        Assert.Equal(0, writes.Count);
        Assert.Equal(40, await WriteAsync(node));
        Assert.Equal(0, await WriteAsync(node));

        Assert.Equal(1, writes.Count);
        Assert.All(await StoredAsync(), at => Assert.Equal(Now, at));
    }

    [Fact]
    public async Task WriteAsync_BeatsOfDifferentAge_AreNeverWrittenAsLaterThanTheyWere()
    {
        var advisers = await AdvisersAsync(3);
        time.Advance(TimeSpan.FromSeconds(5));
        var first = Now;
        await BeatAsync(node, advisers[0]);
        time.Advance(TimeSpan.FromSeconds(1.5));
        await BeatAsync(node, advisers[1]);

        await WriteAsync(node);

        Assert.Equal(first, await StoredAsync(advisers[0]));
        Assert.Equal(first, await StoredAsync(advisers[1]));
        Assert.Equal(first.AddSeconds(-5), await StoredAsync(advisers[2]));
    }

    [Fact]
    public async Task WriteAsync_PresenceWasDeclaredMeanwhile_DoesNotPutTheClockBack()
    {
        var adviser = (await AdvisersAsync(1))[0];
        time.Advance(TimeSpan.FromSeconds(5));
        await BeatAsync(node, adviser);
        time.Advance(TimeSpan.FromSeconds(1));
        await other.Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Available, null, Stop));

        await WriteAsync(node);

        Assert.Equal(Now, await StoredAsync(adviser));
    }

    [Fact]
    public async Task SetPresenceAsync_Available_IsWrittenAtOnce()
    {
        var adviser = (await AdvisersAsync(1))[0];
        time.Advance(TimeSpan.FromMinutes(5));

        await node.Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Available, null, Stop));

        Assert.Equal(Now, await StoredAsync(adviser));
    }

    [Fact]
    public async Task RunAsync_BeatNotYetWritten_TheRingingConsoleOfThisNodeIsNotTakenForLost()
    {
        var adviser = (await AdvisersAsync(1))[0];
        time.Advance(TimeSpan.FromSeconds(14));
        await BeatAsync(node, adviser);
        await node.CallerAsync();
        await node.RouteAsync();
        time.Advance(TimeSpan.FromSeconds(14));

        await node.RouteAsync();

        Assert.NotNull(await node.PendingAsync(adviser));
    }

    /// <summary>
    /// Two nodes, consoles on each, second by second. Some consoles die, and then one node is killed with what it had not written; its
    /// living consoles find the other. A dead console is routable on neither node 15 seconds after its last beat, a living one always is
    /// (but for the seconds until it is connected again).
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Freshness_TwoNodesAndAKill_HoldsAsIfEachBeatWereWritten(int seed)
    {
        var random = new Random(seed);
        var consoles = (await AdvisersAsync(16)).Select((id, i) => new Console(id, i % 2 == 0) { NextBeat = Now.AddSeconds(random.NextDouble() * 5) }).ToList();
        var killAt = Now.AddSeconds(30 + random.Next(10));
        var nodeDead = false;
        for (var tick = 0; tick < 160; tick++)
        {
            time.Advance(TimeSpan.FromSeconds(0.5));
            if (!nodeDead && Now >= killAt)
            {
                nodeDead = true;
                foreach (var console in consoles.Where(c => c.OnNode))
                {
                    console.NextBeat = Now.AddSeconds(1 + (random.NextDouble() * 4));
                }
            }

            foreach (var console in consoles.Where(c => !c.Dead && c.NextBeat <= Now))
            {
                await BeatAsync(console.OnNode && !nodeDead ? node : other, console.Id);
                console.LastBeat = Now;
                console.NextBeat += Heartbeats.Every;
                console.Dead = random.Next(40) == 0;
            }

            // The writers are not in step.
            if (tick % 4 == 0 && !nodeDead)
            {
                await WriteAsync(node);
            }

            if (tick % 4 == 1)
            {
                await WriteAsync(other);
            }

            AssertRight(consoles, await FreshAsync(other));
            if (!nodeDead)
            {
                AssertRight(consoles, await FreshAsync(node));
            }
        }

        Assert.Contains(consoles, c => c.Dead);
        Assert.Contains(consoles, c => !c.Dead);
    }

    private void AssertRight(List<Console> consoles, HashSet<AdviserId> fresh)
    {
        foreach (var console in consoles.Where(c => c.LastBeat is not null))
        {
            var silent = Now - console.LastBeat!.Value;
            if (silent > Options.HeartbeatFresh)
            {
                Assert.DoesNotContain(console.Id, fresh);
            }
            else if (silent <= Heartbeats.Every)
            {
                Assert.Contains(console.Id, fresh);
            }
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<List<AdviserId>> AdvisersAsync(int count)
    {
        List<AdviserId> ids = [];
        for (var i = 0; i < count; i++)
        {
            ids.Add(await node.AdviserAsync());
        }

        return ids;
    }

    private static Task<bool> BeatAsync(CentreHost at, AdviserId adviser) => at.Do<AdviserService, bool>(s =>
    {
        s.Heartbeat(adviser);
        return Task.FromResult(true);
    });

    private static Task<int> WriteAsync(CentreHost at) => at.Do<Heartbeats, int>(h => h.WriteAsync(Stop));

    private async Task<HashSet<AdviserId>> FreshAsync(CentreHost at) =>
        [.. (await at.Do<RoutingQueries, IReadOnlyList<AdviserState>>(q => q.AdvisersAsync(Stop)))
            .Where(a => Now - a.HeartbeatAt <= Options.HeartbeatFresh).Select(a => a.Id)];

    private Task<DateTime> StoredAsync(AdviserId id) => other.Read(db => db.Advisers.Where(a => a.Id == id).Select(a => a.HeartbeatAt).SingleAsync(Stop));

    private Task<List<DateTime>> StoredAsync() => other.Read(db => db.Advisers.Select(a => a.HeartbeatAt).ToListAsync(Stop));

    private sealed class Console(AdviserId id, bool onNode)
    {
        public AdviserId Id => id;

        public bool OnNode => onNode;

        public DateTime NextBeat { get; set; }

        public DateTime? LastBeat { get; set; }

        public bool Dead { get; set; }
    }

    private sealed class WriteCounter : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return ValueTask.FromResult(result);
        }
    }
}
