using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Tests.Enquiries;

/// <summary>Written work whose adviser does not come back.</summary>
public sealed class AbsentAdviserTests : WrittenWork
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_OfflineOrSilentForTooLong_ReturnsTheWorkWithItsDraft(bool offline)
    {
        var (adviser, contact) = await WritingAsync();
        var joined = (await ContactAsync(contact)).JoinedAt;
        if (offline)
        {
            await DeclareAsync(adviser, Presence.Offline);
        }

        await LiveOnAsync(Limit - TimeSpan.FromSeconds(1), adviser, offline);
        Assert.Equal(ContactStatus.InProgress, (await ContactAsync(contact)).Status);
        await LiveOnAsync(TimeSpan.FromSeconds(11), adviser, offline);

        var back = await ContactAsync(contact);
        Assert.Equal((ContactStatus.Waiting, joined, null), (back.Status, back.JoinedAt, back.AdviserId));
        Assert.Equal(["adviser-absent"], await HandedBackAsync(contact));
        Assert.Equal((Activity.Idle, null), ((await AdviserAsync(adviser)).Activity, (await AdviserAsync(adviser)).ContactId));
        var next = await Node.AdviserAsync();
        await Node.RouteAsync();
        Assert.Equal(contact, await TakeAsync(next));
        Assert.Equal("Half an answer", (await DeskAsync(contact, next))!.Draft);
    }

    [Fact]
    public async Task RunAsync_AwayWithALiveConsole_KeepsTheWork()
    {
        var (adviser, contact) = await WritingAsync();
        await DeclareAsync(adviser, Presence.Away);
        await Node.RouteAsync();

        for (var i = 0; i < 8; i++)
        {
            await PassAsync(TimeSpan.FromMinutes(10), adviser);
            await Node.RouteAsync();
        }

        Assert.Equal(ContactStatus.InProgress, (await ContactAsync(contact)).Status);
    }

    [Fact]
    public async Task RunAsync_PutAsideForACallWhoseWrapUpIsNeverFinished_ReturnsTheWorkAndKeepsTheWrapUp()
    {
        var (adviser, contact) = await WritingAsync();
        var call = await InWrapUpAsync(adviser);

        await LiveOnAsync(Limit + TimeSpan.FromSeconds(10), adviser, alive: false);

        Assert.Equal(ContactStatus.Waiting, (await ContactAsync(contact)).Status);
        var after = await AdviserAsync(adviser);
        Assert.Equal((Activity.WrapUp, call, null), (after.Activity, after.ContactId, after.ParkedContactId));
    }

    [Fact]
    public async Task RunAsync_TwoNodesAtOnce_ReturnItOnce()
    {
        var (adviser, contact) = await WritingAsync();
        await Task.WhenAll(Node.RouteAsync(), OtherNode.RouteAsync());
        Time.Advance(Limit + TimeSpan.FromSeconds(10));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(i % 2 == 0 ? Node.RouteAsync : OtherNode.RouteAsync)));

        Assert.Equal(["adviser-absent"], await HandedBackAsync(contact));
        Assert.Equal(ContactStatus.Waiting, (await ContactAsync(contact)).Status);
        Assert.Equal(Activity.Idle, (await AdviserAsync(adviser)).Activity);
    }

    [Fact]
    public async Task RunAsync_AfterAnOutageOfOurs_WaitsForConsolesToFindTheirWayBack()
    {
        var (adviser, contact) = await WritingAsync();
        Time.Advance(TimeSpan.FromHours(3));

        await OtherNode.RouteAsync();
        await PassAsync(TimeSpan.FromSeconds(59), adviser);
        await OtherNode.RouteAsync();

        Assert.Equal(ContactStatus.InProgress, (await ContactAsync(contact)).Status);
    }

    [Fact]
    public async Task RunAsync_TheSameAdviserIsBack_IsAskedFirstHoweverLongOthersWereIdle()
    {
        var (adviser, contact) = await WritingAsync();
        var other = await AbsentAsync(adviser);
        await DeclareAsync(other, Presence.Available);
        await PassAsync(TimeSpan.FromSeconds(5), other);
        await DeclareAsync(adviser, Presence.Available);

        await Node.RouteAsync();

        Assert.Null(await Node.PendingAsync(other));
        Assert.Equal(contact, (await Node.PendingAsync(adviser))!.ContactId);
    }

    [Fact]
    public async Task RunAsync_TheSameAdviserIsBackAndBusy_TheWorkIsKeptForThemUntilTheReplyIsDueSoon()
    {
        var (adviser, contact) = await WritingAsync();
        await InWrapUpAsync(adviser);
        var other = await AbsentAsync(adviser);
        await DeclareAsync(adviser, Presence.Available);
        await DeclareAsync(other, Presence.Available);

        await PassAsync(TimeSpan.FromMinutes(5), adviser, other);
        await Node.RouteAsync();
        Assert.Null(await Node.PendingAsync(other));

        var due = (await ContactAsync(contact)).ReplyDueAt!.Value;
        await PassAsync(due - TimeSpan.FromHours(2) - Time.GetUtcNow().UtcDateTime, adviser, other);
        await Node.RouteAsync();
        Assert.Equal(contact, (await Node.PendingAsync(other))!.ContactId);
    }

    [Fact]
    public async Task RunAsync_TheSameAdviserDeclines_OthersAreAskedAtOnce()
    {
        var (adviser, contact) = await WritingAsync();
        var other = await AbsentAsync(adviser);
        await DeclareAsync(adviser, Presence.Available);
        await Node.RouteAsync();
        var offer = (await Node.PendingAsync(adviser))!;
        await DeclareAsync(other, Presence.Available);

        await Node.Do<OfferService, DeclineOfferOutcome>(s => s.DeclineAsync(offer.Id, adviser, null, Stop));
        await Node.RouteAsync();

        Assert.Equal(contact, (await Node.PendingAsync(other))!.ContactId);
    }

    [Theory]
    [InlineData("Routing:AbsentAfter", "00:09:59")]
    [InlineData("Routing:AbsentAfter", "2.00:00:00")]
    [InlineData("Routing:HeartbeatWrite", "00:00:05")]
    [InlineData("Routing:HeartbeatFresh", "00:00:08")]
    public async Task Options_OutOfBounds_AreRefused(string key, string value)
    {
        using var database = new CentreDatabase();
        await using var host = await CentreHost.StartAsync(database, new FakeTimeProvider(), null, (key, value));

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.Do<IOptions<RoutingOptions>, TimeSpan>(o => Task.FromResult(o.Value.AbsentAfter)));
    }

    [Fact]
    public async Task Options_HeartbeatsWrittenTooSeldomToBeFresh_AreRefused()
    {
        using var database = new CentreDatabase();
        await using var host = await CentreHost.StartAsync(
            database, new FakeTimeProvider(), null, ("Routing:HeartbeatWrite", "00:00:04"), ("Routing:HeartbeatFresh", "00:00:12"));

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.Do<IOptions<RoutingOptions>, TimeSpan>(o => Task.FromResult(o.Value.AbsentAfter)));
    }

    /// <summary>The adviser was absent too long; another is there, but not available yet.</summary>
    private async Task<AdviserId> AbsentAsync(AdviserId adviser)
    {
        await LiveOnAsync(Limit + TimeSpan.FromSeconds(10), adviser, alive: false);
        var other = await Node.AdviserAsync();
        await DeclareAsync(other, Presence.Away);
        return other;
    }

    /// <summary>A call interrupts the writing and is over, but not recorded.</summary>
    private async Task<ContactId> InWrapUpAsync(AdviserId adviser)
    {
        var (sid, call) = await Node.CallerAsync();
        await Node.RouteAsync();
        await Node.TalkAsync(adviser, sid);
        await Node.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(call, adviser, Stop));
        return call;
    }

    // The router looks before, so that its own start is long past.
    private async Task LiveOnAsync(TimeSpan time, AdviserId adviser, bool alive)
    {
        await Node.RouteAsync();
        await PassAsync(time, alive ? [adviser] : []);
        await Node.RouteAsync();
    }
}
