using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Routing;

/// <summary>Who rings again is offered to the adviser they spoke with, if that one is free, on the real database.</summary>
public sealed class SameAdviserTests : IAsyncLifetime
{
    private const string Number = "+447700900456";

    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero));
    private CentreHost centre = null!;
    private AdviserId spoke;
    private AdviserId idle;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_RingsAgain_IsOfferedToWhoeverSpokeWithThem()
    {
        var (_, again) = await RingAgainAsync();

        Assert.Equal(again, (await centre.PendingAsync(spoke))?.ContactId);
        Assert.Null(await centre.PendingAsync(idle));
        var desk = await centre.Do<ContactQueries, AdviserDesk?>(q => q.DeskAsync(spoke, Stop));
        Assert.Equal(new DateTime(2026, 11, 21, 10, 5, 0, DateTimeKind.Utc), desk!.Offer!.SpokeAt);
    }

    [Theory]
    [InlineData(Presence.Away)]
    [InlineData(Presence.Offline)]
    public async Task RunAsync_TheyAreNotThere_NobodyWaitsForThem(Presence presence)
    {
        await centre.Do<AdviserService, bool>(s => s.SetPresenceAsync(spoke, presence, null, Stop));

        var (_, again) = await RingAgainAsync();

        Assert.Equal(again, (await centre.PendingAsync(idle))?.ContactId);
        Assert.Null((await centre.Do<ContactQueries, AdviserDesk?>(q => q.DeskAsync(idle, Stop)))!.Offer!.SpokeAt);
    }

    [Fact]
    public async Task RunAsync_OtherNumberOrWithheldOrTooLongAgo_GoesToTheLongestIdle()
    {
        foreach (var number in new[] { "+447700900777", null })
        {
            var (sid, other) = await centre.CallerAsync(number: number);
            await centre.BeatAsync();
            await centre.RouteAsync();
            Assert.Equal(other, (await centre.PendingAsync(idle))?.ContactId);
            await centre.Do<Core.Calls.CallService, bool>(s => s.CallerLeftAsync(sid, Stop));
            await IdleSinceAsync();
        }

        time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        var (_, late) = await RingAgainAsync();
        Assert.Equal(late, (await centre.PendingAsync(idle))?.ContactId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_TheyDeclineOrMissIt_GoesToTheOtherAtOnce(bool declined)
    {
        var (_, again) = await RingAgainAsync();
        if (declined)
        {
            var offer = (await centre.PendingAsync(spoke))!;
            await centre.Do<OfferService, DeclineOfferOutcome>(s => s.DeclineAsync(offer.Id, spoke, null, Stop));
        }
        else
        {
            time.Advance(TimeSpan.FromSeconds(21));
            await centre.BeatAsync();
        }

        await centre.RouteAsync();

        Assert.Equal(again, (await centre.PendingAsync(idle))?.ContactId);
        Assert.Null(await centre.Read(db => db.Contacts.Where(c => c.Id == again).Select(c => c.PreferredAdviserId).SingleAsync(Stop)));
    }

    [Fact]
    public async Task RunAsync_SomebodyElseIsFirst_TheyAreStillServedFirst()
    {
        await centre.Do<AdviserService, bool>(s => s.SetPresenceAsync(idle, Presence.Offline, null, Stop));
        var (_, first) = await centre.CallerAsync(number: "+447700900777");
        time.Advance(TimeSpan.FromSeconds(1));
        await centre.CallerAsync(number: Number);
        await centre.BeatAsync();

        await centre.RouteAsync();

        Assert.Equal(first, (await centre.PendingAsync(spoke))?.ContactId);
    }

    public async ValueTask InitializeAsync()
    {
        centre = await CentreHost.StartAsync(database, time);
        spoke = await centre.AdviserAsync();
        var (sid, contact) = await centre.CallerAsync(number: Number);
        await centre.RouteAsync();
        await centre.TalkAsync(spoke, sid);
        time.Advance(TimeSpan.FromMinutes(5));
        await centre.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(contact, spoke, Stop));
        await centre.Do<ContactService, ContactOutcome>(s => s.RecordAsync(contact, spoke, new ContactRecord { DispositionCode = "advice-given" }, Stop));
        await centre.Do<ContactService, ContactOutcome>(s => s.CompleteAsync(contact, spoke, Stop));
        idle = await centre.AdviserAsync();
        await IdleSinceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await centre.DisposeAsync();
        database.Dispose();
    }

    // The other has been idle longer, so that only having spoken chooses the one who did.
    private Task<int> IdleSinceAsync()
    {
        var since = time.GetUtcNow().UtcDateTime.AddHours(-1);
        return centre.Read(db => db.Advisers.Where(a => a.Id == idle).ExecuteUpdateAsync(s => s.SetProperty(a => a.ActivitySince, since)));
    }

    private async Task<(string CallSid, ContactId ContactId)> RingAgainAsync()
    {
        var again = await centre.CallerAsync(number: Number);
        await centre.BeatAsync();
        await centre.RouteAsync();
        return again;
    }
}
