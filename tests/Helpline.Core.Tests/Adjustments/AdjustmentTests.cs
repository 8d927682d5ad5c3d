using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Adjustments;

/// <summary>What enquirers have asked for once.</summary>
public sealed class AdjustmentTests : IAsyncLifetime
{
    private const string Number = "+447700900321";
    private readonly CentreDatabase database = new();
    private CentreHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, new FakeTimeProvider());

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task MarkAsync_OnACall_IsFoundOnTheNextOfTheSameNumberOnly()
    {
        var (adviser, contact, _) = await TalkingAsync(Number);
        Assert.Equal(AdjustmentOutcome.Done, await MarkAsync(contact, adviser, AdjustmentKinds.SpokenInterpreter, "Polski"));

        var (_, again) = await host.CallerAsync(number: Number);
        var (_, other) = await host.CallerAsync(number: "+447700900322");

        var found = await FindAsync(again);
        Assert.Equal((AdjustmentKinds.SpokenInterpreter, "Polski"), (found!.Kinds, found.Language));
        Assert.Null(await FindAsync(other));
    }

    [Theory]
    [InlineData(AdjustmentKinds.TextRelay, 6)]
    [InlineData(AdjustmentKinds.SignLanguage, 6)]
    [InlineData(AdjustmentKinds.SpokenInterpreter, 6)]
    [InlineData(AdjustmentKinds.MoreTime, 3)]
    public async Task WrapUp_ThroughRelayOrInterpreter_IsTwiceAsLong(AdjustmentKinds kinds, int minutes)
    {
        var (adviser, contact, sid) = await TalkingAsync(Number);
        await MarkAsync(contact, adviser, kinds);

        await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, Stop));

        var stored = await host.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == contact, Stop));
        Assert.Equal(TimeSpan.FromMinutes(minutes), stored.WrapUpEndsAt - stored.EndedAt);
    }

    [Fact]
    public async Task ForgetAsync_NoLongerNeeded_LeavesNothing()
    {
        var (adviser, contact, _) = await TalkingAsync(Number);
        await MarkAsync(contact, adviser, AdjustmentKinds.TextRelay);

        Assert.Equal(AdjustmentOutcome.Done, await host.Do<AdjustmentService, AdjustmentOutcome>(s => s.ForgetAsync(contact, adviser, Stop)));

        Assert.Equal(0, await host.Read(db => db.Adjustments.CountAsync(Stop)));
        Assert.Null(await FindAsync(contact));
    }

    [Fact]
    public async Task MarkAsync_NothingChosen_TakesAwayWhatWasMarked()
    {
        var (adviser, contact, _) = await TalkingAsync(Number);
        await MarkAsync(contact, adviser, AdjustmentKinds.TextRelay);

        await MarkAsync(contact, adviser, AdjustmentKinds.None);

        Assert.Null(await FindAsync(contact));
    }

    [Fact]
    public async Task MarkAsync_WhatCannotBeKept_IsRefused()
    {
        var (adviser, contact, _) = await TalkingAsync(null);
        var other = await host.AdviserAsync();

        Assert.Equal(AdjustmentOutcome.NobodyKnown, await MarkAsync(contact, adviser, AdjustmentKinds.TextRelay));
        Assert.Equal(AdjustmentOutcome.NotYours, await MarkAsync(contact, other, AdjustmentKinds.TextRelay));
        Assert.Equal(AdjustmentOutcome.TooLong, await MarkAsync(contact, adviser, AdjustmentKinds.TextRelay, new string('a', 101)));
    }

    private Task<AdjustmentOutcome> MarkAsync(ContactId contact, AdviserId adviser, AdjustmentKinds kinds, string? language = null) =>
        host.Do<AdjustmentService, AdjustmentOutcome>(s => s.MarkAsync(
            new MarkAdjustments { ContactId = contact, AdviserId = adviser, Kinds = kinds, Language = language }, Stop));

    private Task<EnquirerAdjustments?> FindAsync(ContactId contact) =>
        host.Do<AdjustmentService, EnquirerAdjustments?>(s => s.FindAsync(contact, Stop));

    private async Task<(AdviserId Adviser, ContactId Contact, string Sid)> TalkingAsync(string? number)
    {
        var adviser = await host.AdviserAsync();
        var (sid, contact) = await host.CallerAsync(number: number);
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        return (adviser, contact, sid);
    }
}
