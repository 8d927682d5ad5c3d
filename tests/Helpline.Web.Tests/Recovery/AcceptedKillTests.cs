using System.Net;
using System.Net.Sockets;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Testing.Recovery;

namespace Helpline.Web.Tests.Recovery;

/// <summary>The application dies after an adviser has accepted and before caller and adviser can talk.</summary>
public sealed class AcceptedKillTests(KillableCentres centres) : IClassFixture<KillableCentres>
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // The adviser's line may be answered while nobody can say what to do with it, and is then lost; the caller never is.
    [Fact]
    public Task AcceptedOffer_KilledWhileTheLineComesUp_IsJoinedOrRungAgainFromItsPlace() => centres.WithAsync(async centre =>
    {
        await centre.OpenConsoleAsync();
        var call = await centre.WaitingCallerAsync();
        var accepted = await centre.Console.AcceptAsync(await centre.OfferAsync(), Stop);

        await centre.KillAppAsync();
        var killed = await centre.Stored.FindAsync(call, Stop);
        await centre.PassAsync(Outage);
        await centre.StartAppAsync();
        await centre.ReconnectConsoleAsync();
        var settled = await centre.UntilStoredAsync(
            call,
            "talking, or back in the queue",
            c => c is { State: CallState.Connected, Status: ContactStatus.InProgress } or { State: CallState.Queued, Status: ContactStatus.Waiting });
        var talking = settled.Status == ContactStatus.InProgress ? settled : await RungAgainAsync(centre, call);

        Assert.Equal("accepted", accepted);
        Assert.Equal((CallState.Connecting, ContactStatus.InProgress), (killed!.State, killed.Status));
        Assert.Equal((killed.ContactId, killed.JoinedAt), (talking.ContactId, talking.JoinedAt));
        Assert.All(await centre.Stored.OffersAsync(call, Stop), o => Assert.Equal(OfferStatus.Accepted, o.Status));
        await KillTests.FinishAsync(centre, call);
        Assert.DoesNotContain(centre.Violations, v => v.Contains(call, StringComparison.Ordinal));
    });

    [Fact]
    public Task AcceptedOffer_CallerGoesWhileTheApplicationIsDown_IsAbandonedAndTheAdviserFree() => centres.WithAsync(async centre =>
    {
        await centre.OpenConsoleAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.Console.AcceptAsync(await centre.OfferAsync(), Stop);

        await centre.KillAppAsync();
        await centre.Telephone.HangUpAsync(call);
        await centre.PassAsync(Outage);
        await centre.StartAppAsync();
        await centre.ReconnectConsoleAsync();

        await centre.UntilStoredAsync(call, "abandoned", c => c is { State: CallState.Ended, Status: ContactStatus.Abandoned });
        await centre.UntilActivityAsync("Idle");
        await centre.UntilAsync("no line left up", async () => await LinesUpAsync(centre) == 0);
    });

    [Fact]
    public async Task AcceptedOffer_KilledBeforeTheLineWasAskedFor_PutsTheCallerBackInPlaceAndRingsAgain()
    {
        // Takes connections and answers nothing: the accepted offer is saved, and the request for the line gets nowhere.
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)deaf.LocalEndpoint).Port}";
        await centres.WithAsync(async centre =>
        {
            await centre.OpenConsoleAsync();
            var call = await centre.WaitingCallerAsync();
            var accepting = centre.Console.AcceptAsync(await centre.OfferAsync(), Stop);
            var saved = await centre.UntilStoredAsync(call, "accepted", c => c is { State: CallState.Connecting, Status: ContactStatus.InProgress });

            await centre.KillAppAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => accepting);
            await centre.PassAsync(Outage);
            await centre.StartAppAsync();
            await centre.ReconnectConsoleAsync();
            var back = await centre.UntilStoredAsync(call, "back in the queue", c => c is { State: CallState.Queued, Status: ContactStatus.Waiting });
            await centre.UntilActivityAsync("Idle");
            await centre.Console.DeclareAsync("Available", Stop);
            await centre.TalkAsync(call);

            Assert.Equal(saved.JoinedAt, back.JoinedAt);
            var offers = await centre.Stored.OffersAsync(call, Stop);
            Assert.Equal([OfferStatus.Accepted, OfferStatus.Accepted], offers.Select(o => o.Status));
            Assert.True(offers[0].EndedAt <= offers[1].MadeAt);
            await KillTests.FinishAsync(centre, call);
            Assert.Empty(centre.Violations);
        }, ("Twilio:ApiBaseUrl", address));
    }

    private static async Task<StoredCall> RungAgainAsync(KillableCentre centre, string call)
    {
        await centre.UntilActivityAsync("Idle");
        await centre.Console.DeclareAsync("Available", Stop);
        return await centre.TalkAsync(call);
    }

    private static async Task<int> LinesUpAsync(KillableCentre centre)
    {
        var up = 0;
        foreach (var sid in await centre.Telephone.CallsAsync())
        {
            up += (await centre.Telephone.CallAsync(sid)).Status is "in-progress" or "ringing" or "queued" ? 1 : 0;
        }

        return up;
    }
}
