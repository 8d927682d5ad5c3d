using Helpline.Core.Backlog;
using Helpline.Testing;
using Helpline.Testing.Centre;

namespace Helpline.Core.Tests.Backlog;

/// <summary>Counts of what people do not find, without anyone in them.</summary>
public sealed class BacklogTests : IAsyncLifetime
{
    private readonly CentreDatabase database = new();
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, new FakeTimeProvider());

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task Read_SameWordsInAnyOrder_AreOneItemWeighedByDemand()
    {
        await CountAsync(SearchMissKind.NoResult, SearchSide.Public, ["transport", "college"], 1);
        await CountAsync(SearchMissKind.NoResult, SearchSide.Console, ["college", "transport", "college"], 0);
        host.Time.Advance(TimeSpan.FromDays(1));
        await CountAsync(SearchMissKind.Abandoned, SearchSide.Public, ["transport", "college"], 0);
        for (var i = 0; i < 4; i++)
        {
            await CountAsync(SearchMissKind.Abandoned, SearchSide.Public, ["mediation"], 0);
        }

        var items = await ReadAsync(30);

        Assert.Equal(["college transport", "mediation"], items.Select(i => i.Terms));
        Assert.Equal(new BacklogItem("college transport", 2, 1, 2, 1), items[0]);
        Assert.Equal([7, 4], items.Select(i => i.Weight));
        Assert.Equal(["mediation", "college transport"], (await ReadAsync(1)).Select(i => i.Terms));
    }

    [Fact]
    public async Task Count_MoreWordsThanFit_KeepsWholeWords()
    {
        await CountAsync(SearchMissKind.NoResult, SearchSide.Public, Enumerable.Range(0, 60).Select(i => $"word{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}"), 0);

        var terms = Assert.Single(await ReadAsync(1)).Terms;

        Assert.InRange(terms.Length, 150, SearchMiss.TermsLength);
        Assert.All(terms.Split(' '), w => Assert.Equal(6, w.Length));
    }

    [Fact]
    public async Task ForgetOld_After400Days_LeavesNothing()
    {
        await CountAsync(SearchMissKind.NoResult, SearchSide.Public, ["old"], 0);
        host.Time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(0, await host.Do<SearchBacklog, int>(s => s.ForgetOldAsync(default)));
        host.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await host.Do<SearchBacklog, int>(s => s.ForgetOldAsync(default)));
    }

    [Fact]
    public async Task Helpfulness_ByVersion_IsCountedAndNobodyIsInIt()
    {
        foreach (var (version, helpful, reason) in new[]
        {
            ("v1", true, NotHelpfulReason.SeemsWrong), ("v1", true, NotHelpfulReason.NotSaid),
            ("v1", false, NotHelpfulReason.HardToUnderstand), ("v1", false, NotHelpfulReason.NotSaid),
        })
        {
            await RateAsync(version, helpful, reason);
        }

        host.Time.Advance(TimeSpan.FromDays(1));
        await RateAsync("v2", false);

        var counts = await host.Do<ArticleHelpfulness, IReadOnlyList<HelpfulnessCount>>(s => s.OfAsync("asking", default));

        Assert.Equal([("v2", 0, 1), ("v1", 2, 2)], counts.Select(c => (c.ArticleVersion, c.Helpful, c.NotHelpful)));
        Assert.Equal([(NotHelpfulReason.HardToUnderstand, 1)], counts[1].Reasons);
    }

    private Task<bool> CountAsync(SearchMissKind kind, SearchSide side, IEnumerable<string> terms, int unknown) => host.Do<SearchBacklog, bool>(async s =>
    {
        await s.CountAsync(kind, side, terms, unknown, default);
        return true;
    });

    private Task<bool> RateAsync(string version, bool helpful, NotHelpfulReason reason = NotHelpfulReason.NotSaid) => host.Do<ArticleHelpfulness, bool>(async s =>
    {
        await s.CountAsync("asking", version, helpful, reason, default);
        return true;
    });

    private Task<IReadOnlyList<BacklogItem>> ReadAsync(int days) => host.Do<SearchBacklog, IReadOnlyList<BacklogItem>>(s => s.ReadAsync(days, 50, default));
}
