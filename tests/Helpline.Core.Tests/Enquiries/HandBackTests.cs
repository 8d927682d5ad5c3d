using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;

namespace Helpline.Core.Tests.Enquiries;

/// <summary>An adviser hands written work back to the queue.</summary>
public sealed class HandBackTests : WrittenWork
{
    [Fact]
    public async Task HandBackAsync_HalfWritten_ReturnsAtItsPlaceAndTheNextAdviserFindsTheDraft()
    {
        var (adviser, contact) = await WritingAsync();
        var joined = (await ContactAsync(contact)).JoinedAt;
        await PassAsync(TimeSpan.FromSeconds(10), adviser);

        Assert.Equal(ContactOutcome.Done, await HandBackAsync(contact, adviser));

        var back = await ContactAsync(contact);
        Assert.Equal((ContactStatus.Waiting, joined, null, null), (back.Status, back.JoinedAt, back.AdviserId, back.AnsweredAt));
        var free = await AdviserAsync(adviser);
        Assert.Equal((Activity.Idle, Presence.Available, null), (free.Activity, free.Presence, free.ContactId));
        Assert.Equal(["by-adviser"], await HandedBackAsync(contact));
        var next = await Node.AdviserAsync();
        await Node.RouteAsync();
        Assert.Equal(contact, await TakeAsync(next));
        var desk = await DeskAsync(contact, next);
        Assert.Equal(("Half an answer", 1L), (desk!.Draft, desk.DraftVersion));
        Assert.Equal(SaveDraftOutcome.Saved, (await DraftAsync(contact, next, "A whole answer", 1)).Outcome);
        Assert.Equal(SaveDraftOutcome.NotYours, (await DraftAsync(contact, adviser, "Late typing", 1)).Outcome);
    }

    [Fact]
    public async Task HandBackAsync_NobodyElseIsThere_IsAskedAgainOnlyAfterAWhile()
    {
        var (adviser, contact) = await WritingAsync();
        await HandBackAsync(contact, adviser);

        await PassAsync(TimeSpan.FromSeconds(59), adviser);
        await Node.RouteAsync();
        Assert.Null(await Node.PendingAsync(adviser));

        await PassAsync(TimeSpan.FromSeconds(2), adviser);
        await Node.RouteAsync();
        Assert.Equal(contact, (await Node.PendingAsync(adviser))!.ContactId);
    }

    [Fact]
    public async Task HandBackAsync_NotTheirsOrNotNow_IsRefused()
    {
        var (adviser, contact) = await WritingAsync();
        var other = await Node.AdviserAsync();
        Assert.Equal(ContactOutcome.NotYours, await HandBackAsync(contact, other));

        await DeclareAsync(other, Presence.Offline);
        var (sid, call) = await Node.CallerAsync();
        await Node.RouteAsync();
        Assert.Equal(ContactOutcome.NotNow, await HandBackAsync(contact, adviser));
        await Node.TalkAsync(adviser, sid);
        Assert.Equal(ContactOutcome.NotNow, await HandBackAsync(call, adviser));

        Assert.Empty(await HandedBackAsync(contact));
        Assert.Equal(contact, (await AdviserAsync(adviser)).ParkedContactId);
    }

    [Fact]
    public async Task HandBackAsync_TwiceAtOnce_HappensOnce()
    {
        var (adviser, contact) = await WritingAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => HandBackAsync(contact, adviser))));

        Assert.Single(outcomes, ContactOutcome.Done);
        Assert.Single(await HandedBackAsync(contact));
    }
}
