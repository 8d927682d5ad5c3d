using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.GaveUp;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.GaveUp;

/// <summary>Who gave up waiting is rung back, in order, once, and not when they have got through.</summary>
public sealed class GaveUpTests : IAsyncLifetime
{
    private const string One = "+447700900101";
    private const string Two = "+447700900102";

    private readonly CentreDatabase database = new();
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, new FakeTimeProvider());

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task ListAsync_SeveralGaveUp_AreThereOnceEachInTheOrderTheyGaveUp()
    {
        var first = await GiveUpAsync(One, afterSeconds: 60);
        await GiveUpAsync(Two, afterSeconds: 30, topicGroup: "transport");
        await GiveUpAsync(One, afterSeconds: 10, topicGroup: "ehc-plans");
        await GiveUpAsync(null, afterSeconds: 30);

        var calls = await ListAsync();

        Assert.Equal([(One, 2, "ehc-plans"), (Two, 1, "transport")], calls.Select(c => (c.Number, c.Calls, c.TopicGroupId!)));
        Assert.Equal((first, TimeSpan.FromSeconds(60)), (calls[0].ContactId, calls[0].Waited));
        Assert.Empty(await host.Do<GaveUpQueries, IReadOnlyList<GaveUpCall>>(q => q.ListAsync(host.Time.UtcNow().AddSeconds(1), CancellationToken.None)));
    }

    [Fact]
    public async Task ListAsync_WhoWaitsAgainOrWasAnswered_IsLeftOutUntilTheyGiveUpAgain()
    {
        await GiveUpAsync(One, afterSeconds: 60);
        var (sid, _) = await host.CallerAsync(number: One);
        Assert.Empty(await ListAsync());

        host.Time.Advance(TimeSpan.FromSeconds(20));
        await EndAsync(sid);
        Assert.Equal(2, Assert.Single(await ListAsync()).Calls);

        var adviser = await host.AdviserAsync();
        var (answered, _) = await host.CallerAsync(number: One);
        await host.RouteAsync();
        await host.TalkAsync(adviser, answered);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task NoteAsync_NoAnswerThenReached_StaysAndThenGoesWithAllTheirCalls()
    {
        var supervisor = await host.AdviserAsync();
        await host.Do<AdviserService, bool>(s => s.SetPresenceAsync(supervisor, Presence.Offline, null, CancellationToken.None));
        await GiveUpAsync(One, afterSeconds: 60);
        var second = await GiveUpAsync(One, afterSeconds: 60);

        Assert.True(await NoteAsync(second, reached: false, supervisor));
        var call = Assert.Single(await ListAsync());
        Assert.Equal(host.Time.UtcNow(), call.TriedAt);

        Assert.True(await NoteAsync(call.ContactId, reached: true, supervisor));
        Assert.Empty(await ListAsync());
        var notes = await host.Read(db => db.Timeline.AsNoTracking().Where(t => t.Kind == nameof(RungBack)).ToListAsync());
        Assert.Equal(2, notes.Count(n => n.Code == RungBack.Reached));
        Assert.All(notes, n => Assert.Equal((ActorKind.Adviser, supervisor), (n.Actor, n.AdviserId!.Value)));
        Assert.False(await NoteAsync(ContactId.New(), reached: true, supervisor));
    }

    private async Task<ContactId> GiveUpAsync(string? number, int afterSeconds, string? topicGroup = null)
    {
        var (sid, contact) = await host.CallerAsync(topicGroup, number);
        host.Time.Advance(TimeSpan.FromSeconds(afterSeconds));
        await EndAsync(sid);
        host.Time.Advance(TimeSpan.FromSeconds(5));
        return contact;
    }

    private Task<bool> EndAsync(string sid) => host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, CancellationToken.None));

    private Task<IReadOnlyList<GaveUpCall>> ListAsync() =>
        host.Do<GaveUpQueries, IReadOnlyList<GaveUpCall>>(q => q.ListAsync(host.Time.UtcNow().AddDays(-7), CancellationToken.None));

    private Task<bool> NoteAsync(ContactId contact, bool reached, AdviserId by) =>
        host.Do<GaveUpService, bool>(s => s.NoteAsync(contact, reached, by, CancellationToken.None));
}
