using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Testing.Recovery;

namespace Helpline.Web.Tests.Recovery;

/// <summary>
/// The application dies at once, as by <c>kill -9</c>, and starts again on what it left behind: no contact is lost, no adviser is
/// stuck, no offer is live twice. The telephone service goes on meanwhile.
/// </summary>
public sealed class KillTests(KillableCentres centres) : IClassFixture<KillableCentres>
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);
    private static readonly Dictionary<string, string> Nothing = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task WaitingCall_AfterKill_KeepsItsPlaceAndIsAnswered() => centres.WithAsync(async centre =>
    {
        var call = await centre.WaitingCallerAsync();
        var before = await centre.Stored.FindAsync(call, Stop);

        await centre.KillAppAsync();
        await centre.PassAsync(Outage);
        await centre.StartAppAsync();
        var after = await centre.Stored.FindAsync(call, Stop);
        await centre.OpenConsoleAsync();
        var talking = await centre.TalkAsync(call);

        Assert.Equal(before, after);
        Assert.NotNull(talking.JoinedAt);
        Assert.Equal(before!.JoinedAt, talking.JoinedAt);
        Assert.Equal([OfferStatus.Accepted], (await centre.Stored.OffersAsync(call, Stop)).Select(o => o.Status));
        await FinishAsync(centre, call);
        Assert.Empty(centre.Violations);
    });

    [Fact]
    public Task WaitingCaller_WhoGoesWhileTheApplicationIsDown_IsNeitherLostNorOffered() => centres.WithAsync(async centre =>
    {
        var call = await centre.WaitingCallerAsync();

        await centre.KillAppAsync();
        await centre.Telephone.HangUpAsync(call);
        await centre.PassAsync(Outage);
        await centre.StartAppAsync();
        await centre.OpenConsoleAsync();

        await centre.UntilStoredAsync(call, "abandoned", c => c is { State: CallState.Ended, Status: ContactStatus.Abandoned });
        await centre.UntilActivityAsync("Idle");
        Assert.DoesNotContain(await centre.Stored.OffersAsync(call, Stop), o => o.Status is OfferStatus.Pending or OfferStatus.Accepted);
    });

    [Fact]
    public Task RingingOffer_AfterKill_IsStillTheOnlyOneAndIsAccepted() => centres.WithAsync(async centre =>
    {
        await centre.OpenConsoleAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.OfferAsync();

        await centre.KillAppAsync();
        await centre.PassAsync(Outage);
        await centre.StartAppAsync();
        await centre.ReconnectConsoleAsync();
        await centre.Console.DeclareAsync("Available", Stop);
        await centre.TalkAsync(call);

        await AssertNeverTwoLiveAsync(centre, call);
        await FinishAsync(centre, call);
        Assert.Empty(centre.Violations);
    });

    [Fact]
    public Task RingingOffer_ThatLapsesWhileTheApplicationIsDown_EndsAndTheCallerIsOfferedAnew() => centres.WithAsync(async centre =>
    {
        await centre.OpenConsoleAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.UntilAsync("a live offer", async () => (await centre.Stored.OffersAsync(call, Stop)).Any(o => o.Status == OfferStatus.Pending));

        await centre.KillAppAsync();
        var live = Assert.Single(await centre.Stored.OffersAsync(call, Stop), o => o.Status == OfferStatus.Pending);
        // The application is on the real clock, so this is the one way past the moment at which the offer lapses.
        await Task.Delay(Positive(live.ExpiresAt - DateTime.UtcNow), Stop);
        await centre.StartAppAsync();
        await centre.UntilAsync("the offer ended", async () => (await centre.Stored.OffersAsync(call, Stop)).All(o => o.Status != OfferStatus.Pending));
        await centre.ReconnectConsoleAsync();
        await centre.UntilActivityAsync("Idle");
        await centre.Console.DeclareAsync("Available", Stop);
        await centre.TalkAsync(call);

        var lapsed = Assert.Single(await centre.Stored.OffersAsync(call, Stop), o => o.MadeAt == live.MadeAt);
        Assert.Equal(OfferStatus.TimedOut, lapsed.Status);
        await AssertNeverTwoLiveAsync(centre, call);
        await FinishAsync(centre, call);
        Assert.Empty(centre.Violations);
    }, ("Routing:OfferLifetime", "00:00:05"));

    [Fact]
    public Task TalkingCall_AfterKill_GoesOnAndEndsAsAnyOther() => centres.WithAsync(async centre =>
    {
        await centre.OpenConsoleAsync();
        var call = await centre.WaitingCallerAsync();
        var before = await centre.TalkAsync(call);

        await centre.KillAppAsync();
        await centre.PassAsync(Outage);
        await centre.StartAppAsync();
        await centre.ReconnectConsoleAsync();
        var after = await centre.Stored.FindAsync(call, Stop);
        var onTheLine = await centre.Telephone.CallAsync(call);
        var ended = await centre.Console.PostAsync(before.ContactId, "End", Nothing, Stop);
        await centre.UntilHeardAsync(call, "Did we help you?");
        await centre.Telephone.PressAsync(call, "5");
        await centre.UntilHeardAsync(call, "Do you know what to do next?");
        await centre.Telephone.PressAsync(call, "4");
        await centre.UntilAsync("the scores kept", async () => await centre.Stored.ScoresAsync(call, Stop) == "5 4");
        await FinishAsync(centre, call);

        Assert.Equal(before, after);
        Assert.Equal("in-progress", onTheLine.Status);
        Assert.Equal("done", ended);
        Assert.Empty(centre.Violations);
    });

    [Fact]
    public Task TalkingCaller_WhoHangsUpWhileTheApplicationIsDown_LeavesTheAdviserInWrapUp() => centres.WithAsync(async centre =>
    {
        await centre.OpenConsoleAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.TalkAsync(call);

        await centre.KillAppAsync();
        await centre.Telephone.HangUpAsync(call);
        await centre.PassAsync(Outage);
        await centre.StartAppAsync();
        await centre.ReconnectConsoleAsync();

        await centre.UntilStoredAsync(call, "wrap-up", c => c is { State: CallState.Ended, Status: ContactStatus.WrapUp });
        await FinishAsync(centre, call);
    });

    [Fact]
    public Task WrapUp_AfterKill_KeepsWhatWasWrittenAndIsFinished() => centres.WithAsync(async centre =>
    {
        await centre.OpenConsoleAsync();
        var call = await centre.WaitingCallerAsync();
        var contact = (await centre.TalkAsync(call)).ContactId;
        await centre.Telephone.HangUpAsync(call);
        await centre.UntilActivityAsync("WrapUp");
        await centre.Console.PostAsync(contact, "Record", new Dictionary<string, string> { ["DispositionCode"] = "info-given" }, Stop);

        await centre.KillAppAsync();
        await centre.StartAppAsync();
        await centre.ReconnectConsoleAsync();
        await centre.UntilActivityAsync("WrapUp");
        var completed = await centre.Console.PostAsync(contact, "Complete", Nothing, Stop);

        Assert.Equal("done", completed);
        await centre.UntilActivityAsync("Idle");
        var closed = await centre.Stored.FindAsync(call, Stop);
        Assert.Equal((ContactStatus.Closed, "info-given"), (closed!.Status, closed.Disposition));
        Assert.Empty(centre.Violations);
    });

    /// <summary>The caller goes, the adviser records an outcome and is free; the contact is closed and the line is over.</summary>
    internal static async Task FinishAsync(KillableCentre centre, string call)
    {
        await centre.Telephone.HangUpAsync(call);
        await centre.UntilActivityAsync("WrapUp");
        var contact = (await centre.Stored.FindAsync(call, Stop))!.ContactId;
        var outcomes = new[]
        {
            await centre.Console.PostAsync(contact, "Record", new Dictionary<string, string> { ["DispositionCode"] = "info-given" }, Stop),
            await centre.Console.PostAsync(contact, "Complete", Nothing, Stop),
        };

        Assert.Equal(["done", "done"], outcomes);
        await centre.UntilActivityAsync("Idle");
        await centre.UntilStoredAsync(call, "closed", c => c is { State: CallState.Ended, Status: ContactStatus.Closed });
        Assert.Equal("completed", (await centre.Telephone.CallAsync(call)).Status);
    }

    private static async Task AssertNeverTwoLiveAsync(KillableCentre centre, string call)
    {
        var offers = await centre.Stored.OffersAsync(call, Stop);
        Assert.Single(offers, o => o.Status == OfferStatus.Accepted);
        Assert.All(offers.Zip(offers.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.MadeAt, $"{pair.First} and {pair.Second} overlap."));
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
